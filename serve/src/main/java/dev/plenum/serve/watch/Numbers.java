package dev.plenum.serve.watch;

import org.jspecify.annotations.Nullable;

/** Numbers for JSON, which has neither NaN nor infinity. */
final class Numbers {
  private Numbers() {}

  static @Nullable Object orNull(double value) {
    return Double.isFinite(value) ? (Object) (float) value : null;
  }
}

package dev.plenum.ensemble;

import dev.plenum.api.Classifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes several classifiers, each whatever happened to those before. */
final class CloseAll {
  private CloseAll() {}

  /** The first failure is thrown at the end, with the others attached. */
  static void of(List<? extends Classifier> classifiers) {
    RuntimeException first = null;
    for (Classifier classifier : classifiers) {
      first = close(classifier, first);
    }
    if (first != null) {
      throw first;
    }
  }

  private static @Nullable RuntimeException close(
      Classifier classifier, @Nullable RuntimeException earlier) {
    try {
      classifier.close();
      return earlier;
    } catch (RuntimeException e) {
      if (earlier == null) {
        return e;
      }
      earlier.addSuppressed(e);
      return earlier;
    }
  }
}

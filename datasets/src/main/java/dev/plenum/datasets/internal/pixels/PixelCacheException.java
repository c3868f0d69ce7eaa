package dev.plenum.datasets.internal.pixels;

import java.io.IOException;

/** A file of the cache could not be written. The message is the reason, as the end of a sentence. */
public final class PixelCacheException extends IOException {
  private static final long serialVersionUID = 1L;

  PixelCacheException(String reason, IOException cause) {
    super(reason, cause);
  }

  PixelCacheException(String reason) {
    super(reason);
  }
}

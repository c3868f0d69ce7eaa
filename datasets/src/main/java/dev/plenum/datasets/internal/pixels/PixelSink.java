package dev.plenum.datasets.internal.pixels;

import java.io.IOException;

/** Where the pixels of images go, one image after another. */
public interface PixelSink {
  /** Adds an image. */
  void add(byte[] pixels) throws IOException;

  /** Makes three bytes of each one so far: grey images become such in red, green and blue. */
  void triple() throws IOException;
}

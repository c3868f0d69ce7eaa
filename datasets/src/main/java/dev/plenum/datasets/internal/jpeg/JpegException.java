package dev.plenum.datasets.internal.jpeg;

import java.io.IOException;

/** A JPEG file is damaged, cut off, or of a kind that is not decoded; the message says which. */
public final class JpegException extends IOException {
  private static final long serialVersionUID = 1L;

  JpegException(String problem) {
    super(problem);
  }

  static JpegException cutOff() {
    return new JpegException("it is cut off");
  }

  static JpegException wrongCode() {
    return new JpegException("its data have a wrong Huffman code");
  }
}

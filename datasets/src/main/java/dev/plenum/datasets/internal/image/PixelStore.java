package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.pixels.PixelSink;
import java.io.IOException;

/**
 * Brings the pixels of many images of one size to one number of channels: it starts in grey and turns to
 * red, green and blue at the first image that has colours.
 */
final class PixelStore {
  private final PixelSink sink;
  private int channels = PixelImage.GREY;

  /**
   * For no images yet.
   *
   * @param sink gets them
   */
  PixelStore(PixelSink sink) {
    this.sink = sink;
  }

  /** Keeps an image, which has the right size. */
  void add(PixelImage image) throws IOException {
    widenTo(image.channels());
    sink.add(image.withChannels(channels).pixels());
  }

  int channels() {
    return channels;
  }

  /** From now on, and for all images so far, at least so many channels. */
  void widenTo(int wanted) throws IOException {
    if (wanted > channels) {
      sink.triple();
      channels = PixelImage.RGB;
    }
  }
}

package dev.plenum.datasets.internal.image;

import java.io.IOException;

/**
 * A WebP file, by TwelveMonkeys' plug-in. Of an animation it is the first picture, in its place on the
 * canvas, which is transparent.
 */
final class WebpImage implements StoredImage {
  private final ReaderImage picture;
  private final Canvas canvas;

  WebpImage(byte[] bytes) throws IOException {
    WebpChunks chunks = new WebpChunks(bytes);
    this.picture = new ReaderImage(Readers.WEBP.get(), new PaddedInput(chunks.ofPicture()));
    this.canvas = chunks.canvas().orElse(new Canvas(picture.height(), picture.width(), 0, 0));
  }

  @Override
  public int width() {
    return canvas.width();
  }

  @Override
  public int height() {
    return canvas.height();
  }

  @Override
  public PixelImage pixels() throws IOException {
    return canvas.with(picture.pixels(), PixelReader.PAPER);
  }

  @Override
  public void close() {
    picture.close();
  }
}

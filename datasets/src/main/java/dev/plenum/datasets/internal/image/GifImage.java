package dev.plenum.datasets.internal.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first picture of a GIF file, in its place on the file's canvas. What it leaves open there is
 * transparent if the picture has transparent pixels, else of its first colour, as in Pillow.
 */
final class GifImage implements StoredImage {
  private static final int CANVAS_AT = 6;
  private static final int BLOCKS_AT = 13;
  private static final int EXTENSION = '!';
  private static final int PICTURE = ',';

  private final ReaderImage picture;
  private final Canvas canvas;

  GifImage(byte[] bytes) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(CANVAS_AT);
      int width = in.getShort() & 0xffff;
      int height = in.getShort() & 0xffff;
      int flags = in.get();
      in.position(BLOCKS_AT + paletteBytes(flags));
      skipToPicture(in);
      int left = in.getShort() & 0xffff;
      int top = in.getShort() & 0xffff;
      int right = left + (in.getShort() & 0xffff);
      int bottom = top + (in.getShort() & 0xffff);
      // Some files have a picture that is larger than their canvas.
      this.canvas = new Canvas(Math.max(height, bottom), Math.max(width, right), top, left);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("it is cut off", e);
    }
    this.picture = new ReaderImage(Readers.ofPlatform("gif"), bytes);
  }

  private static int paletteBytes(int flags) {
    return (flags & 0x80) == 0 ? 0 : PixelImage.RGB * (2 << (flags & 7));
  }

  private static void skipToPicture(ByteBuffer in) throws IOException {
    int kind = in.get();
    while (kind == EXTENSION) {
      in.get();
      for (int length = in.get() & 0xff; length > 0; length = in.get() & 0xff) {
        in.position(in.position() + length);
      }
      kind = in.get();
    }
    if (kind != PICTURE) {
      throw new IOException("it has no picture");
    }
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
    BufferedImage image = picture.read();
    return canvas.with(new PixelReader(image).read(), open(image));
  }

  /** The colour of what the picture leaves open. */
  private static int open(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? PixelReader.PAPER
        : image.getColorModel().getRGB(0);
  }

  @Override
  public void close() {
    picture.close();
  }
}

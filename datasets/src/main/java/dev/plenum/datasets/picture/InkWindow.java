package dev.plenum.datasets.picture;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Pixels;
import dev.plenum.api.network.Shape;
import dev.plenum.api.provenance.Described;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Cuts a window out of each image, centred on the bounding box of its ink: of all pixels that are lighter
 * than nearly black, in any channel. What of it lies outside the image is black. So images should be light
 * on dark, as MNIST's are: 24 × 24 pixels hold all that is on these, and take a quarter less computing.
 *
 * @param height of the window in pixels, at least 1
 * @param width of the window in pixels, at least 1
 */
public record InkWindow(int height, int width) implements Described {
  /** The least value, of 255, that is ink: below it there is noise. */
  public static final int INK = 16;

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})[xX]([1-9]\\d{0,3})");

  /**
   * Checks the numbers.
   *
   * @param height of the window in pixels
   * @param width of the window in pixels
   * @throws IllegalArgumentException if one is less than 1
   */
  public InkWindow {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "a window has at least 1 x 1 pixels, found %d x %d", height, width));
    }
  }

  /**
   * {@return a window as users write it}
   *
   * @param text height and width in pixels, each 1 to 9999: {@code 24x24}
   * @throws IllegalArgumentException if it is none; the message is what is allowed
   */
  public static InkWindow parse(String text) {
    Matcher size = TEXT.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException("height x width in pixels, each 1 to 9999, such as 24x24");
    }
    return new InkWindow(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }

  /**
   * {@return the shape of what is cut out}
   *
   * @param images (height, width, channels) of the images
   * @throws IllegalArgumentException if the window is larger than these
   */
  public Shape shape(Shape images) {
    if (height > images.height() || width > images.width()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a window of %d x %d pixels cannot be cut out of images of %d x %d",
          height,
          width,
          images.height(),
          images.width()));
    }
    return Shape.of(height, width, images.channels());
  }

  /**
   * {@return the window of an image}
   *
   * @param pixels in h, w, c order
   * @param image its shape
   */
  public byte[] of(byte[] pixels, Shape image) {
    byte[] window = new byte[shape(image).size()];
    cut(pixels, image, window, 0);
    return window;
  }

  /**
   * {@return the windows of all images, each cut out when it is asked for}
   *
   * @param images as they are; pixel values and a normalisation of theirs are left aside
   */
  public Dataset of(Dataset images) {
    int[] labels = IntStream.range(0, images.size()).map(images::label).toArray();
    Shape shape = shape(images.imageShape());
    return new Dataset(shape, new Windows(images, this, shape.size()), labels, images.classNames());
  }

  private void cut(byte[] pixels, Shape image, byte[] target, int offset) {
    int channels = image.channels();
    int rowLength = image.width() * channels;
    int top =
        start(firstRow(pixels, rowLength), lastRow(pixels, rowLength), height, image.height());
    int left = start(firstColumn(pixels, image), lastColumn(pixels, image), width, image.width());
    int begin = Math.max(0, left);
    int count = (Math.min(image.width(), left + width) - begin) * channels;
    for (int y = Math.max(0, top); y < Math.min(image.height(), top + height); y++) {
      int to = offset + ((y - top) * width + begin - left) * channels;
      System.arraycopy(pixels, y * rowLength + begin * channels, target, to, count);
    }
  }

  /** Where the window starts along an axis; in the middle of the image if there is no ink. */
  private static int start(int first, int last, int window, int image) {
    return Math.floorDiv(first > last ? image - window : first + last + 1 - window, 2);
  }

  private static int firstRow(byte[] pixels, int rowLength) {
    int i = 0;
    while (i < pixels.length && !isInk(pixels[i])) {
      i++;
    }
    return i / rowLength;
  }

  private static int lastRow(byte[] pixels, int rowLength) {
    int i = pixels.length - 1;
    while (i >= 0 && !isInk(pixels[i])) {
      i--;
    }
    return Math.floorDiv(i, rowLength);
  }

  private static int firstColumn(byte[] pixels, Shape image) {
    int column = 0;
    while (column < image.width() && !hasInk(pixels, image, column)) {
      column++;
    }
    return column;
  }

  private static int lastColumn(byte[] pixels, Shape image) {
    int column = image.width() - 1;
    while (column >= 0 && !hasInk(pixels, image, column)) {
      column--;
    }
    return column;
  }

  private static boolean hasInk(byte[] pixels, Shape image, int column) {
    int rowLength = image.width() * image.channels();
    for (int row = column * image.channels(); row < pixels.length; row += rowLength) {
      for (int c = 0; c < image.channels(); c++) {
        if (isInk(pixels[row + c])) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isInk(byte pixel) {
    return (pixel & 0xff) >= INK;
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named("ink_window", "height", height, "width", width);
  }

  /** The pixels of windows. */
  private record Windows(Dataset images, InkWindow window, int imageBytes) implements Pixels {
    @Override
    public long bytes() {
      return (long) images.size() * imageBytes;
    }

    @Override
    public void copy(int image, byte[] target, int offset) {
      byte[] cut = new byte[imageBytes];
      window.cut(images.image(image), images.imageShape(), cut, 0);
      System.arraycopy(cut, 0, target, offset, imageBytes);
    }
  }
}

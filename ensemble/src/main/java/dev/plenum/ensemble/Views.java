package dev.plenum.ensemble;

import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Locale;

/**
 * Views of an image for {@link TestTimeAugmentation}: the image as it is, and moved by one pixel. What
 * comes in over a border repeats the outermost pixels, so that it is right whatever the values' range is.
 *
 * <pre>
 * 1   as it is
 * 5   and moved left, right, up, down
 * 9   and moved up and left, up and right, down and left, down and right
 * </pre>
 *
 * @param count how many: 1, 5 or 9
 */
public record Views(int count) {
  private static final List<Integer> COUNTS = List.of(1, 5, 9);

  /** How far each view is moved: pixels down, pixels to the right. */
  private static final int[][] MOVES = {
    {0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}
  };

  /** The image as it is, alone. */
  public static final Views ONE = new Views(1);

  /**
   * Checks the number.
   *
   * @param count how many: 1, 5 or 9
   * @throws IllegalArgumentException if there are no such views
   */
  public Views {
    if (!COUNTS.contains(count)) {
      throw new IllegalArgumentException("there are 1, 5 or 9 views, not " + count);
    }
  }

  /**
   * {@return so many views}
   *
   * @param text how many: 1, 5 or 9
   * @throws IllegalArgumentException if there are none; the message is what is allowed
   */
  public static Views parse(String text) {
    return COUNTS.stream()
        .filter(count -> String.valueOf(count).equals(text))
        .findFirst()
        .map(Views::new)
        .orElseThrow(() -> new IllegalArgumentException("1, 5 or 9"));
  }

  /**
   * {@return what a result is called that comes from these views: the name alone if there is one view, else
   * {@code name, 5 views}}
   *
   * @param name of the result from one view
   */
  public String named(String name) {
    return equals(ONE) ? name : String.format(Locale.ROOT, "%s, %d views", name, count);
  }

  /**
   * One view of each image.
   *
   * @param view which, from 0 to {@link #count} − 1
   * @param images in h, w, c order, one after another
   * @param number how many of them, at least 1
   * @param shape (height, width, channels) of each
   * @param moved gets the view of each at the place of the image
   */
  void write(int view, float[] images, int number, Shape shape, float[] moved) {
    int down = MOVES[view][0];
    int right = MOVES[view][1];
    int row = shape.width() * shape.channels();
    for (int i = 0; i < number; i++) {
      for (int y = 0; y < shape.height(); y++) {
        int from = (i * shape.height() + within(y - down, shape.height())) * row;
        int to = (i * shape.height() + y) * row;
        for (int x = 0; x < shape.width(); x++) {
          System.arraycopy(
              images,
              from + within(x - right, shape.width()) * shape.channels(),
              moved,
              to + x * shape.channels(),
              shape.channels());
        }
      }
    }
  }

  private static int within(int position, int size) {
    return Math.min(Math.max(position, 0), size - 1);
  }
}

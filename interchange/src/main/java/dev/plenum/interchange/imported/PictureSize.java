package dev.plenum.interchange.imported;

import dev.plenum.api.network.Shape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of the pictures that a network takes.
 *
 * @param height in pixels
 * @param width in pixels
 */
public record PictureSize(int height, int width) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})[xX](\\d{1,4})");

  /**
   * {@return a size as users write it: {@code 28x32}}
   *
   * @param text height and width in pixels, each from 1 to 9999, with {@code x} or {@code X} between them
   * @throws IllegalArgumentException if it is none; the message is what is allowed
   */
  public static PictureSize parse(String text) {
    Matcher size = TEXT.matcher(text);
    if (size.matches()) {
      int height = Integer.parseInt(size.group(1));
      int width = Integer.parseInt(size.group(2));
      if (height > 0 && width > 0) {
        return new PictureSize(height, width);
      }
    }
    throw new IllegalArgumentException("height x width in pixels, each 1 to 9999, such as 28x28");
  }

  /**
   * {@return whether images of this shape have it}
   *
   * @param images (height, width, channels); what has other dimensions does not have it
   */
  public boolean isOf(Shape images) {
    return images.dimensions().size() == 3 && images.height() == height && images.width() == width;
  }
}

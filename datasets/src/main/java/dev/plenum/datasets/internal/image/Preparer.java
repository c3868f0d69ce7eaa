package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.picture.Fit;
import dev.plenum.datasets.picture.Preparation;
import java.util.OptionalInt;

/**
 * Brings pictures to the colours and the size of a network.
 *
 * @param how by which methods
 * @param channels 1 or 3; empty for 1 of a picture that needs no more, else 3
 */
public record Preparer(Preparation how, OptionalInt channels) {

  /** The picture as it is to be seen, in its own size. */
  PixelImage upright(PixelImage stored) {
    boolean isTurned = how.isUpright() || how.fit() == Fit.DIGIT;
    return isTurned ? stored.orientation().of(stored) : stored;
  }

  /** The picture in a size, and with the channels. */
  PixelImage prepared(PixelImage stored, int height, int width) {
    PixelImage seen = upright(stored);
    return how.fit() == Fit.DIGIT
        ? digit(seen, height, width)
        : fitted(coloured(seen), height, width);
  }

  private PixelImage digit(PixelImage seen, int height, int width) {
    PixelImage digit = DigitFit.fit(grey(seen), height, width);
    return digit.withChannels(channels.orElse(PixelImage.GREY));
  }

  private PixelImage grey(PixelImage picture) {
    return how.isPillowGrey() ? picture.pillowGrey() : picture.withChannels(PixelImage.GREY);
  }

  private PixelImage fitted(PixelImage picture, int height, int width) {
    if (picture.height() == height && picture.width() == width) {
      return picture;
    }
    if (how.fit() == Fit.CROP) {
      return cropped(picture, height, width);
    }
    return how.fit() == Fit.PAD
        ? padded(picture, height, width)
        : resized(picture, Span.all(picture.height()), height, Span.all(picture.width()), width);
  }

  private PixelImage coloured(PixelImage picture) {
    if (channels.isEmpty()) {
      return picture.withoutNeedlessColour();
    }
    boolean isPillows = channels.getAsInt() == PixelImage.GREY && how.isPillowGrey();
    return isPillows ? picture.pillowGrey() : picture.withChannels(channels.getAsInt());
  }

  /** The middle of the picture, in the proportions of the size. */
  private PixelImage cropped(PixelImage picture, int height, int width) {
    double proportion = (double) width / height;
    boolean isWider = (double) picture.width() / picture.height() >= proportion;
    double kept = isWider ? proportion * picture.height() : picture.width() / proportion;
    Span rows = isWider ? Span.all(picture.height()) : Span.middle(picture.height(), kept);
    Span columns = isWider ? Span.middle(picture.width(), kept) : Span.all(picture.width());
    return resized(picture, rows, height, columns, width);
  }

  /** The whole picture, with bars. */
  private PixelImage padded(PixelImage picture, int height, int width) {
    boolean isWider = (double) picture.width() / picture.height() > (double) width / height;
    int innerHeight =
        isWider ? length((double) picture.height() / picture.width() * width) : height;
    int innerWidth = isWider ? width : length((double) picture.width() / picture.height() * height);
    PixelImage inner = resized(
        picture, Span.all(picture.height()), innerHeight, Span.all(picture.width()), innerWidth);
    int top = (int) Math.rint((height - innerHeight) * 0.5);
    int left = (int) Math.rint((width - innerWidth) * 0.5);
    int row = innerWidth * picture.channels();
    byte[] pixels = new byte[height * width * picture.channels()];
    for (int y = 0; y < innerHeight; y++) {
      int target = ((top + y) * width + left) * picture.channels();
      System.arraycopy(inner.pixels(), y * row, pixels, target, row);
    }
    return new PixelImage(height, width, picture.channels(), pixels);
  }

  private static int length(double exact) {
    return Math.max(1, (int) Math.rint(exact));
  }

  private PixelImage resized(PixelImage picture, Span rows, int height, Span columns, int width) {
    return Resizer.resize(picture, filter(rows, height), filter(columns, width));
  }

  private AxisFilter filter(Span span, int outputs) {
    return switch (how.method()) {
      case BILINEAR -> new TriangleFilter(span, outputs);
      case AREA -> new BoxFilter(span, outputs);
      case NEAREST -> new NearestFilter(span, outputs);
    };
  }
}

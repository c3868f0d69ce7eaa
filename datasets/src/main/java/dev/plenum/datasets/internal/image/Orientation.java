package dev.plenum.datasets.internal.image;

/**
 * How the rows and columns of a stored picture are to be shown.
 *
 * @param flipped left and right change places first
 * @param quarters how often it is then turned by a quarter, counterclockwise, 0 to 3
 */
record Orientation(boolean flipped, int quarters) {
  static final Orientation NORMAL = new Orientation(false, 0);

  /** Of this name in ImageIO's standard metadata, which means counterclockwise too. */
  static Orientation of(String name) {
    return switch (name) {
      case "Rotate90" -> new Orientation(false, 1);
      case "Rotate180" -> new Orientation(false, 2);
      case "Rotate270" -> new Orientation(false, 3);
      case "FlipH" -> new Orientation(true, 0);
      case "FlipHRotate90" -> new Orientation(true, 1);
      case "FlipV" -> new Orientation(true, 2);
      case "FlipVRotate90" -> new Orientation(true, 3);
      default -> NORMAL;
    };
  }

  /** Whether height and width change places. */
  boolean isUpended() {
    return quarters % 2 == 1;
  }

  /** The picture as it is to be shown. */
  PixelImage of(PixelImage stored) {
    if (equals(NORMAL)) {
      return stored;
    }
    int height = isUpended() ? stored.width() : stored.height();
    int width = isUpended() ? stored.height() : stored.width();
    int channels = stored.channels();
    byte[] pixels = new byte[stored.pixels().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int source = source(stored, y, x);
        for (int channel = 0; channel < channels; channel++) {
          pixels[(y * width + x) * channels + channel] =
              stored.pixels()[source * channels + channel];
        }
      }
    }
    return new PixelImage(height, width, channels, pixels);
  }

  /** Which pixel is shown at (y, x). */
  private int source(PixelImage stored, int y, int x) {
    int bottom = stored.height() - 1;
    int right = stored.width() - 1;
    int row = switch (quarters) {
      case 0 -> y;
      case 1 -> x;
      case 2 -> bottom - y;
      default -> bottom - x;
    };
    int column = switch (quarters) {
      case 0 -> x;
      case 1 -> right - y;
      case 2 -> right - x;
      default -> y;
    };
    return row * stored.width() + (flipped ? right - column : column);
  }
}

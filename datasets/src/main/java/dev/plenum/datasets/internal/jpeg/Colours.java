package dev.plenum.datasets.internal.jpeg;

/**
 * What the components of a frame are, and how they become grey or red, green and blue. The samples are
 * taken as they are, whatever colour profile the file has.
 */
enum Colours {
  GREY {
    @Override
    void convert(byte[][] rows, int width, byte[] to, int at) {
      System.arraycopy(rows[0], 0, to, at, width);
    }
  },
  RGB {
    @Override
    void convert(byte[][] rows, int width, byte[] to, int at) {
      int target = at;
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          to[target++] = rows[channel][x];
        }
      }
    }
  },
  /** Brightness and two differences of colour (ITU-R BT.601, all 256 values). */
  YCC {
    @Override
    void convert(byte[][] rows, int width, byte[] to, int at) {
      byte[] brightness = rows[0];
      byte[] blueness = rows[1];
      byte[] redness = rows[2];
      int target = at;
      for (int x = 0; x < width; x++) {
        int y = brightness[x] & 0xff;
        int cb = blueness[x] & 0xff;
        int cr = redness[x] & 0xff;
        to[target++] = clamped(y + RED[cr]);
        to[target++] = clamped(y + ((GREEN_BY_BLUE[cb] + GREEN_BY_RED[cr]) >> FACTOR_BITS));
        to[target++] = clamped(y + BLUE[cb]);
      }
    }
  },
  /** Inks, stored as Adobe's programs do: 255 is none. */
  CMYK {
    @Override
    void convert(byte[][] rows, int width, byte[] to, int at) {
      int target = at;
      for (int x = 0; x < width; x++) {
        int white = rows[CHANNELS][x] & 0xff;
        for (int channel = 0; channel < CHANNELS; channel++) {
          to[target++] = (byte) inked(white, rows[channel][x] & 0xff);
        }
      }
    }
  },
  /** CMYK whose first three are brightness and differences of the colours that they take away. */
  YCCK {
    @Override
    void convert(byte[][] rows, int width, byte[] to, int at) {
      YCC.convert(rows, width, to, at);
      int target = at;
      for (int x = 0; x < width; x++) {
        int white = rows[CHANNELS][x] & 0xff;
        for (int channel = 0; channel < CHANNELS; channel++, target++) {
          to[target] = (byte) inked(white, 255 - (to[target] & 0xff));
        }
      }
    }
  };

  private static final int CHANNELS = 3;
  private static final int FACTOR_BITS = 16;
  private static final int HALF = 1 << (FACTOR_BITS - 1);
  private static final int MIDDLE = 128;

  private static final int[] RED = new int[256];
  private static final int[] BLUE = new int[256];
  /** Times 2 to the 16; the half for rounding is in one of the two. */
  private static final int[] GREEN_BY_BLUE = new int[256];

  private static final int[] GREEN_BY_RED = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int difference = i - MIDDLE;
      RED[i] = (91_881 * difference + HALF) >> FACTOR_BITS; // 1.402
      BLUE[i] = (116_130 * difference + HALF) >> FACTOR_BITS; // 1.772
      GREEN_BY_RED[i] = -46_802 * difference; // 0.71414
      GREEN_BY_BLUE[i] = -22_554 * difference + HALF; // 0.34414
    }
  }

  /**
   * Converts a row.
   *
   * @param rows one for each component
   * @param to gets {@link #channels} bytes for each pixel, from {@code at} on
   */
  abstract void convert(byte[][] rows, int width, byte[] to, int at);

  /** 1 or 3. */
  int channels() {
    return this == GREY ? 1 : CHANNELS;
  }

  private static byte clamped(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }

  /** What is left of {@code white} behind an ink of which {@code paper} of 255 is missing. */
  private static int inked(int white, int paper) {
    return white - ((255 - paper) * white + 127) / 255;
  }
}

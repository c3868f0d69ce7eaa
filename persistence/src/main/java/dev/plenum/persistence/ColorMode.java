package dev.plenum.persistence;

import java.util.Locale;

/** What the channels of an image mean. */
public enum ColorMode {
  /** One channel: brightness. */
  GRAYSCALE,
  /** Three channels: red, green, blue. */
  RGB,
  /** Another number of channels; no picture file gives them. */
  OTHER;

  /**
   * {@return what images of so many channels are}
   *
   * @param channels {@link #OTHER} unless 1 or 3
   */
  public static ColorMode ofChannels(int channels) {
    return switch (channels) {
      case 1 -> GRAYSCALE;
      case 3 -> RGB;
      default -> OTHER;
    };
  }

  /** Keras's name: {@code grayscale}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.plenum.report;

/** The colours of networks, the same in every picture of one training. */
public final class NetworkInk {
  private NetworkInk() {}

  /**
   * {@return the colour of a network}
   *
   * @param displayName the name that users know it by: {@code dense}, {@code simple-conv}, {@code deep-conv};
   *     any other is orange
   */
  public static Ink of(String displayName) {
    return switch (displayName) {
      case "dense" -> Ink.BLUE;
      case "simple-conv" -> Ink.GREEN;
      case "deep-conv" -> Ink.PURPLE;
      default -> Ink.ORANGE;
    };
  }
}

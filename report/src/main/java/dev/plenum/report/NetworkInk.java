package dev.plenum.report;

/** The colours of networks, the same in every picture of one training. */
public final class NetworkInk {
  private NetworkInk() {}

  /** The colour of a network, by the name that users know it by. */
  public static Ink of(String displayName) {
    return switch (displayName) {
      case "dense" -> Ink.BLUE;
      case "simple-conv" -> Ink.GREEN;
      case "deep-conv" -> Ink.PURPLE;
      default -> Ink.ORANGE;
    };
  }
}

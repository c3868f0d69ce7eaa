package dev.plenum.app.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a network's curves.
 *
 * @param training of the training accuracy
 * @param validation of the validation accuracy
 * @param test of the test accuracy
 */
record AccuracyColours(Color training, Color validation, Color test) {
  private static final AccuracyColours ALONE =
      new AccuracyColours(new Color(0x1f77b4), new Color(0xff7f0e), new Color(0x2ca02c));

  /** One hue per network, lightest for training and darkest for the test. */
  private static final List<AccuracyColours> TOGETHER = List.of(
      new AccuracyColours(new Color(0xf2a65a), new Color(0xd9660a), new Color(0x8f3b00)),
      new AccuracyColours(new Color(0x74b3e0), new Color(0x1f77b4), new Color(0x0b3c66)));

  /** The colours of the network with this index among so many. */
  static AccuracyColours of(int index, int networks) {
    return networks == 1 ? ALONE : TOGETHER.get(index % TOGETHER.size());
  }
}

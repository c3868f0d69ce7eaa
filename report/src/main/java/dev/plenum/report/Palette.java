package dev.plenum.report;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * What inks are made of: colours on paper; in a page variables of its style sheet, for which drawing
 * takes a stand-in.
 */
enum Palette {
  PAPER {
    @Override
    Color of(Ink ink) {
      return new Color(ink.onLight());
    }
  },

  PAGE {
    @Override
    Color of(Ink ink) {
      int grey = 1 + INKS.indexOf(ink);
      return new Color(grey, grey, grey);
    }
  };

  private static final List<Ink> INKS = List.of(Ink.values());
  private static final int TRANSLUCENT = 48;

  abstract Color of(Ink ink);

  /** The same, so that what lies behind is seen. */
  Color translucent(Ink ink) {
    Color colour = of(ink);
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), TRANSLUCENT);
  }

  /** Puts variables in the place of the page's stand-ins. */
  static String resolve(String svg) {
    String resolved = svg;
    for (Ink ink : INKS) {
      Color colour = PAGE.of(ink);
      String standIn = String.format(
          Locale.ROOT, "rgb(%d,%d,%d)", colour.getRed(), colour.getGreen(), colour.getBlue());
      resolved = resolved.replace(standIn, "var(" + ink.variable() + ")");
    }
    return resolved;
  }
}

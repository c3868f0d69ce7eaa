package dev.plenum.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The colours of charts, each for light and for dark ground. Those of series differ in brightness and
 * hue, so that most people who do not see all colours can tell them apart, too.
 */
public enum Ink {
  /** The colour of the first series. */
  BLUE(0x0b69a3, 0x63b3ed),
  /** The colour of the second series. */
  ORANGE(0xc44e00, 0xf6a35c),
  /** The colour of the third series. */
  GREEN(0x0a7d4f, 0x5fcf9a),
  /** The colour of the fourth series. */
  PURPLE(0x8e3b8a, 0xd59bd2),
  /** The colour of the fifth series. */
  OLIVE(0x7a6200, 0xd9c04a),
  /** The colour of the sixth series, the last that has its own. */
  GREY(0x4d5560, 0xb3bcc7),
  /** A colour that no series has. */
  RED(0xc62828, 0xff8a80),

  /** What must be seen on any other colour: black on light ground, nearly white on dark. */
  STRONG(0x111111, 0xf2f4f6),

  /** Words and numbers. */
  TEXT(0x5a626c, 0xa3acb6),

  /** Axes. */
  AXIS(0xaab2bb, 0x5a646e),

  /** Lines behind the data. */
  GRID(0xd5dae0, 0x3a424b);

  private static final List<Ink> SERIES = List.of(BLUE, ORANGE, GREEN, PURPLE, OLIVE, GREY);

  private final int onLight;
  private final int onDark;

  Ink(int onLight, int onDark) {
    this.onLight = onLight;
    this.onDark = onDark;
  }

  /** {@return how many series can be told apart by their colours alone} */
  public static int seriesCount() {
    return SERIES.size();
  }

  /**
   * {@return the colour of a series; after the last the first comes again}
   *
   * @param index of the series, counted from 0
   */
  public static Ink series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  int onLight() {
    return onLight;
  }

  /** {@return its variable in style sheets} */
  public String variable() {
    return "--chart-" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the rules that give the variables their colours, by {@code prefers-color-scheme}; on paper they
   * are those for light ground}
   */
  public static String styleSheet() {
    String light = rule(false);
    return light + "@media (prefers-color-scheme: dark) {\n" + rule(true) + "}\n@media print {\n"
        + light + "}\n";
  }

  private static String rule(boolean isDark) {
    return Arrays.stream(values())
        .map(ink -> String.format(
            Locale.ROOT, "%s: #%06x;", ink.variable(), isDark ? ink.onDark : ink.onLight))
        .collect(Collectors.joining(" ", ":root { ", " }\n"));
  }
}

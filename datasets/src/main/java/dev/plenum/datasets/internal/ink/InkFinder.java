package dev.plenum.datasets.internal.ink;

import dev.plenum.datasets.internal.ink.Blots.Blot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is written on a picture: dark on light paper or light on dark, in uneven light, with noise.
 * What is small beside it, far from it, or cut off by the border is left out.
 */
public final class InkFinder {
  /** Paper is not darker than this many deviations of its noise. */
  private static final double NOISE = 5;
  /** The deviation of normal noise, of the distance between its median and first quartile. */
  private static final double DEVIATION_OF_QUARTILE = 1.4826;
  /** The least that ink is darker than paper. */
  private static final double CONTRAST = 0.08;

  private static final double FULL_INK = 0.8;
  private static final double EDGE = 0.3;
  private static final double FULL = 0.75;
  private static final double SMALLEST_PART = 0.03;
  private static final double CUT_OFF = 0.2;
  private static final int FARTHEST_PART = 3;

  private InkFinder() {}

  /** The ink on a grey picture; none if there is only paper. */
  public static Optional<Ink> find(int height, int width, byte[] grey) {
    Plane picture = Plane.of(height, width, grey);
    Plane lightPaper = Paper.isLight(picture) ? picture : picture.inverted();
    Plane darkness = Paper.darkness(lightPaper.mean(1));
    double paper = darkness.quantile(0.5);
    double noise = DEVIATION_OF_QUARTILE * (paper - darkness.quantile(0.25));
    double least = paper + Math.max(CONTRAST, NOISE * noise);
    double[] inked =
        Arrays.stream(darkness.values()).filter(value -> value > least).toArray();
    if (inked.length == 0) {
      return Optional.empty();
    }
    Plane some = new Plane(1, inked.length, inked);
    double full = some.quantile(FULL_INK);
    double edge = Math.max(least, paper + EDGE * (full - paper));
    return of(darkness, edge, paper + FULL * (full - paper));
  }

  private static Optional<Ink> of(Plane darkness, double edge, double full) {
    Blots blots = new Blots(darkness, edge);
    Optional<Blot> main = blots.all().stream()
        .max(Comparator.comparingDouble(
            blot -> blot.atBorder() ? CUT_OFF * blot.mass() : blot.mass()));
    if (main.isEmpty()) {
      return Optional.empty();
    }
    List<Blot> kept = written(blots.all(), main.get());
    Box box = box(kept);
    boolean[] isKept = new boolean[blots.all().size() + 1];
    kept.forEach(blot -> isKept[blot.number()] = true);
    double[] mask = new double[darkness.values().length];
    Arrays.setAll(mask, i -> isKept[blots.blotOf()[i]] ? 1 : 0);
    double[] near =
        new Plane(darkness.height(), darkness.width(), mask).largest(2).values();
    double from = edge / 2;
    byte[] values = new byte[mask.length];
    for (int i = 0; i < values.length; i++) {
      double ink = near[i] * (darkness.values()[i] - from) / (full - from);
      values[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, ink)));
    }
    return Optional.of(new Ink(darkness.height(), darkness.width(), values, box));
  }

  /** The main blot and, one after another, those that are near to what is known to be written. */
  private static List<Blot> written(List<Blot> all, Blot main) {
    List<Blot> kept = new ArrayList<>(List.of(main));
    List<Blot> left = new ArrayList<>(all);
    left.removeIf(
        blot -> blot.equals(main) || blot.atBorder() || blot.mass() < SMALLEST_PART * main.mass());
    boolean grows = true;
    while (grows) {
      Box box = box(kept);
      List<Blot> near = left.stream()
          .filter(blot -> blot.box().distance(box) <= box.size() / FARTHEST_PART)
          .toList();
      kept.addAll(near);
      grows = left.removeAll(near);
    }
    return kept;
  }

  private static Box box(List<Blot> blots) {
    return blots.stream().map(Blot::box).reduce(blots.get(0).box(), Box::with);
  }
}

package dev.plenum.datasets.internal.digits;

import java.util.List;

/** What pen, paper and scanner do to a drawn digit: gaps, blur, faint and grainy ink, specks. */
final class Wear {
  private final int size;
  private final Draws draws;

  /** For square images of this width and height in pixels. */
  Wear(int size, Draws draws) {
    this.size = size;
    this.draws = draws;
  }

  /** The worn image of a digit, in the same order and range; changes the one given. */
  float[] wear(float[] drawn, List<Trace> traces) {
    if (draws.chance(Variation.GAP_PROBABILITY)) {
      leaveGap(drawn, traces);
    }
    float[] worn = blur(drawn, (float) draws.between(0, Variation.BLUR_MAX));
    fade(worn);
    if (draws.chance(Variation.SPECK_PROBABILITY)) {
      dropSpecks(worn);
    }
    return worn;
  }

  /** Takes the ink away around one point of one stroke, where the pen did not touch the paper. */
  private void leaveGap(float[] ink, List<Trace> traces) {
    Trace trace = traces.get(draws.below(traces.size()));
    int point = draws.below(trace.size());
    Rasteriser gap = new Rasteriser(size, 1.5);
    double radius = draws.between(0.4, 1.4);
    gap.draw(trace.x(point), trace.y(point), radius, trace.x(point), trace.y(point), radius);
    float strength = (float) draws.between(0.5, 1);
    for (int i = 0; i < ink.length; i++) {
      ink[i] *= 1 - strength * gap.ink()[i];
    }
  }

  /** Mixes an image with its binomial blur over 3 × 3 pixels. */
  private float[] blur(float[] sharp, float weight) {
    float[] blurred = blurLines(blurLines(sharp, size, 1), 1, size);
    for (int i = 0; i < blurred.length; i++) {
      blurred[i] = sharp[i] + weight * (blurred[i] - sharp[i]);
    }
    return blurred;
  }

  /** Blurs along lines that start {@code lineStep} apart; their pixels are {@code step} apart. */
  private float[] blurLines(float[] sharp, int lineStep, int step) {
    float[] blurred = new float[sharp.length];
    for (int line = 0; line < size; line++) {
      float before = 0;
      float here = sharp[line * lineStep];
      for (int k = 0; k < size; k++) {
        int pixel = line * lineStep + k * step;
        float after = k + 1 < size ? sharp[pixel + step] : 0;
        blurred[pixel] = 0.25f * before + 0.5f * here + 0.25f * after;
        before = here;
        here = after;
      }
    }
    return blurred;
  }

  private void fade(float[] ink) {
    double strength = draws.between(Variation.INK_MIN, 1);
    double grain = draws.between(0, Variation.GRAIN_MAX);
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] > 0) {
        ink[i] *= (float) (strength * (1 - draws.between(0, grain)));
      }
    }
  }

  private void dropSpecks(float[] ink) {
    Rasteriser specks = new Rasteriser(size, 1);
    int count = 1 + draws.below(Variation.MOST_SPECKS);
    for (int i = 0; i < count; i++) {
      double x = draws.between(1, size - 1.0);
      double y = draws.between(1, size - 1.0);
      double length = draws.between(0, 1.5);
      double radius = draws.between(0.2, 0.7);
      specks.draw(x, y, radius, x + length, y + draws.within(length), radius);
    }
    float strength = (float) draws.between(0.2, 0.7);
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.max(ink[i], strength * specks.ink()[i]);
    }
  }
}

package dev.plenum.datasets.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.datasets.DecodedImage;
import dev.plenum.datasets.internal.Sha256;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A figure like a 7 with a long bar, drawn in many ways, comes out the same. */
class DigitTest {
  private static final Shape MNIST = Shape.of(28, 28, 1);

  /** How light a pixel is, by its place. */
  private interface Light {
    double at(double y, double x);
  }

  /** How the figure is drawn: where its middle is and how high it is, in pixels; how wide its strokes are, of it. */
  private record Drawing(int height, int width, double y, double x, double size, double stroke) {
    private static final Drawing PLAIN = new Drawing(200, 200, 100, 100, 120, 0.12);

    /** How far a point is from the figure's two strokes. */
    private double distance(double py, double px) {
      double v = (py - y) / size + 0.5;
      double u = (px - x) / size + 0.5;
      return Math.min(toLine(u, v, 0.2, 0.06, 0.75, 0.06), toLine(u, v, 0.75, 0.06, 0.4, 0.94));
    }

    private static double toLine(
        double u, double v, double fromU, double fromV, double toU, double toV) {
      double du = toU - fromU;
      double dv = toV - fromV;
      double along = ((u - fromU) * du + (v - fromV) * dv) / (du * du + dv * dv);
      double inside = Math.min(1, Math.max(0, along));
      double missU = u - fromU - inside * du;
      double missV = v - fromV - inside * dv;
      return Math.sqrt(missU * missU + missV * missV);
    }

    /** Of ink and paper, from 0 to 1, in some light and noise, on pixels from 0 to 255. */
    byte[] pixels(double ink, double paper, Light light, double noise) {
      CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(3));
      byte[] pixels = new byte[height * width];
      for (int i = 0; i < pixels.length; i++) {
        int row = i / width;
        int column = i % width;
        double inside = (stroke / 2 - distance(row + 0.5, column + 0.5)) * size + 0.5;
        double covered = Math.min(1, Math.max(0, inside));
        double value = (covered * ink + (1 - covered) * paper)
                * light.at((row + 0.5) / height, (column + 0.5) / width)
            + noise * (random.uniform(i) - 0.5);
        pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, value)));
      }
      return pixels;
    }
  }

  private static byte[] prepared(Drawing drawing, byte[] pixels) {
    return DecodedImage.of(Shape.of(drawing.height(), drawing.width(), 1), pixels)
        .prepared(MNIST, Preparation.digit());
  }

  private static byte[] plain() {
    return prepared(Drawing.PLAIN, Drawing.PLAIN.pixels(0, 1, (y, x) -> 1, 0));
  }

  /** 1 for the same picture. */
  private static double correlation(byte[] a, byte[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      double fromA = (a[i] & 0xff) - meanA;
      double fromB = (b[i] & 0xff) - meanB;
      both += fromA * fromB;
      squaresA += fromA * fromA;
      squaresB += fromB * fromB;
    }
    return both / Math.sqrt(squaresA * squaresB);
  }

  private static double mean(byte[] pixels) {
    double sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return sum / pixels.length;
  }

  private static void assertAlike(Drawing drawing, byte[] pixels) {
    double found = correlation(plain(), prepared(drawing, pixels));
    assertTrue(found > 0.9, "correlation " + found);
  }

  @Test
  void itIsWhiteOnBlackInASquareOf20WithItsMassInTheMiddle() {
    byte[] digit = plain();
    double mass = 0;
    double momentY = 0;
    double momentX = 0;
    int top = 28;
    int bottom = 0;
    for (int i = 0; i < digit.length; i++) {
      int value = digit[i] & 0xff;
      int row = i / 28;
      int column = i % 28;
      mass += value;
      momentY += value * (row + 0.5);
      momentX += value * (column + 0.5);
      top = value > 25 ? Math.min(top, row) : top;
      bottom = value > 25 ? Math.max(bottom, row) : bottom;
    }
    assertEquals(14, momentY / mass, 0.5);
    assertEquals(14, momentX / mass, 0.5);
    assertEquals(20, bottom - top + 1, 1);
    assertEquals(0, digit[0]);
    assertTrue(mean(digit) < 70, "" + mean(digit));
  }

  @Test
  void itsBitsAreTheSameEverywhere() {
    assertEquals(
        "83e24414170f76474eff84f6322cfb1e1c1ca292ee1e44b49c3bca158e9607b5",
        HexFormat.of().formatHex(Sha256.newDigest().digest(plain())));
  }

  @Test
  void whereItIsAndHowLargeDoesNotMatter() {
    assertAlike(
        new Drawing(300, 400, 80, 330, 90, 0.12),
        new Drawing(300, 400, 80, 330, 90, 0.12).pixels(0.1, 0.9, (y, x) -> 1, 0.02));
    Drawing small = new Drawing(900, 700, 700, 200, 60, 0.12);
    assertAlike(small, small.pixels(0.1, 0.9, (y, x) -> 1, 0.02));
    Drawing whole = new Drawing(100, 90, 50, 45, 96, 0.12);
    assertAlike(whole, whole.pixels(0, 1, (y, x) -> 1, 0));
    Drawing tiny = new Drawing(28, 28, 15, 12, 20, 0.14);
    assertAlike(tiny, tiny.pixels(0, 1, (y, x) -> 1, 0));
  }

  @Test
  void darkPaperGivesTheSame() {
    assertAlike(Drawing.PLAIN, Drawing.PLAIN.pixels(0.8, 0.1, (y, x) -> 1, 0.05));
    Drawing mnist = new Drawing(28, 28, 14, 14, 20, 0.14);
    assertAlike(mnist, mnist.pixels(1, 0, (y, x) -> 1, 0));
  }

  @Test
  void unevenLightShadowsAndNoiseDoNotMatter() {
    assertAlike(Drawing.PLAIN, Drawing.PLAIN.pixels(0.2, 0.8, (y, x) -> 0.4 + 0.6 * x, 0.04));
    assertAlike(Drawing.PLAIN, Drawing.PLAIN.pixels(0.2, 0.8, (y, x) -> 1 - 0.7 * y * x, 0.04));
    assertAlike(
        Drawing.PLAIN, Drawing.PLAIN.pixels(0.2, 0.8, (y, x) -> x + y > 1.1 ? 0.55 : 1, 0.02));
    assertAlike(Drawing.PLAIN, Drawing.PLAIN.pixels(0.35, 0.6, (y, x) -> 1, 0.12));
  }

  @Test
  void thinAndThickStrokesComeOutLikeOthers() {
    Drawing thin = new Drawing(400, 400, 200, 200, 300, 0.015);
    byte[] ofThin = prepared(thin, thin.pixels(0.1, 0.9, (y, x) -> 1, 0.02));
    assertTrue(mean(ofThin) > 0.5 * mean(plain()), mean(ofThin) + " of " + mean(plain()));
    Drawing thick = new Drawing(200, 200, 100, 100, 130, 0.3);
    byte[] ofThick = prepared(thick, thick.pixels(0.1, 0.9, (y, x) -> 1, 0.02));
    assertTrue(mean(ofThick) < 2 * mean(plain()), mean(ofThick) + " of " + mean(plain()));
  }

  @Test
  void specksAndWhatTheBorderCutsOffAreLeftOut() {
    byte[] pixels = Drawing.PLAIN.pixels(0, 1, (y, x) -> 1, 0);
    for (int i = 0; i < 4; i++) {
      pixels[(10 + i % 2) * 200 + 10 + i / 2] = 0; // a speck
    }
    for (int y = 0; y < 200; y++) {
      pixels[y * 200] = 0; // the edge of the paper
      pixels[y * 200 + 1] = 0;
    }
    double found = correlation(plain(), prepared(Drawing.PLAIN, pixels));
    assertTrue(found > 0.99, "correlation " + found);
  }

  @Test
  void emptyPaperIsBlack() {
    byte[] black = new byte[28 * 28];
    Drawing nothing = new Drawing(120, 90, -1000, -1000, 10, 0.1);
    assertArrayEquals(black, prepared(nothing, nothing.pixels(0, 1, (y, x) -> 1, 0)));
    assertArrayEquals(black, prepared(nothing, nothing.pixels(0, 1, (y, x) -> 0, 0)));
    assertArrayEquals(
        black, prepared(nothing, nothing.pixels(0, 0.8, (y, x) -> 0.6 + 0.4 * x, 0.06)));
    byte[] one = {17};
    assertArrayEquals(
        black, DecodedImage.of(Shape.of(1, 1, 1), one).prepared(MNIST, Preparation.digit()));
  }

  @Test
  void colourPicturesAndOtherSizesDoToo() {
    byte[] grey = Drawing.PLAIN.pixels(0, 1, (y, x) -> 1, 0);
    byte[] blue = new byte[3 * grey.length]; // blue ink on white paper
    for (int i = 0; i < grey.length; i++) {
      blue[3 * i] = grey[i];
      blue[3 * i + 1] = grey[i];
      blue[3 * i + 2] = (byte) 0xff;
    }
    byte[] digit =
        DecodedImage.of(Shape.of(200, 200, 3), blue).prepared(MNIST, Preparation.digit());
    assertTrue(correlation(plain(), digit) > 0.98);
    byte[] large = DecodedImage.of(Shape.of(200, 200, 1), grey)
        .prepared(Shape.of(56, 56, 3), Preparation.digit());
    assertEquals(56 * 56 * 3, large.length);
    assertEquals(large[56 * 28 * 3], large[56 * 28 * 3 + 2]);
  }

  @Test
  void itHasAWord() {
    assertEquals(Preparation.digit(), Preparation.named("digit"));
    assertEquals("bilinear,digit", Preparation.digit().name());
  }
}

package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Positions worked out by hand. */
class AffineMapTest {
  private static final double SIN_30 = 0.5;
  private static final double COS_30 = Math.sqrt(3) / 2;

  private static void assertSource(double x, double y, AffineMap map, int atX, int atY) {
    assertEquals(x, map.xx() * atX + map.xy() * atY + map.x0(), 1e-12);
    assertEquals(y, map.yx() * atX + map.yy() * atY + map.y0(), 1e-12);
  }

  @Test
  void nothingIsExactlyTheIdentity() {
    AffineMap map = AffineMap.about(6, 3, 0, 0, 0, 0, 1, 1);
    assertEquals(1, map.xx(), 0.0);
    assertEquals(0, map.xy(), 0.0);
    assertEquals(0, map.x0(), 0.0);
    assertEquals(0, map.yx(), 0.0);
    assertEquals(1, map.yy(), 0.0);
    assertEquals(0, map.y0(), 0.0);
  }

  @Test
  void aShiftIsAddedAlongItsOwnAxis() {
    AffineMap map = AffineMap.about(6, 3, 0, 1.25, -0.5, 0, 1, 1);
    assertSource(1.25, -0.5, map, 0, 0);
    assertSource(6.25, 1.5, map, 5, 2);
  }

  @Test
  void theZoomFactorsStretchTheDistancesFromTheCentre() {
    // The centre is (2.5, 1); the first pixel lies (−2.5, −1) from it.
    AffineMap map = AffineMap.about(6, 3, 0, 0, 0, 0, 2, 0.5);
    assertSource(2.5 - 5, 1 - 0.5, map, 0, 0);
    assertSource(2.5 + 5, 1 + 0.5, map, 5, 2);
  }

  @Test
  void aRightAngleTurnsAboutTheCentre() {
    // [0 −1; 1 0] takes (−2.5, −1) to (1, −2.5).
    AffineMap map = AffineMap.about(6, 3, 90, 0, 0, 0, 1, 1);
    assertSource(2.5 + 1, 1 - 2.5, map, 0, 0);
    assertSource(2.5 - 1, 1 + 2.5, map, 5, 2);
  }

  @Test
  void thirtyDegreesTurnAboutTheCentre() {
    AffineMap map = AffineMap.about(5, 5, 30, 0, 0, 0, 1, 1);
    assertSource(2, 2, map, 2, 2);
    assertSource(2 + 2 * COS_30, 2 + 2 * SIN_30, map, 4, 2);
    assertSource(2 - 2 * SIN_30, 2 + 2 * COS_30, map, 2, 4);
  }

  @Test
  void aShearMovesRowsByTheirDistanceFromTheCentre() {
    // [1 −sin 30°; 0 cos 30°]
    AffineMap map = AffineMap.about(5, 5, 0, 0, 0, 30, 1, 1);
    assertSource(2, 2, map, 2, 2);
    assertSource(4, 2, map, 4, 2);
    assertSource(2 - 2 * SIN_30, 2 + 2 * COS_30, map, 2, 4);
  }

  @Test
  void zoomComesFirstThenShearThenShiftThenRotation() {
    // (2, 2) from the centre: zoomed (4, 1); sheared (4 − 0.5, cos 30°); shifted (4.5, cos 30° +
    // 2);
    // turned by 90° (−cos 30° − 2, 4.5).
    AffineMap map = AffineMap.about(5, 5, 90, 1, 2, 30, 2, 0.5);
    assertSource(2 - COS_30 - 2, 2 + 4.5, map, 4, 4);
  }
}

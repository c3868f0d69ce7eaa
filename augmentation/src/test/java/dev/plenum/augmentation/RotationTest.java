package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RotationTest {

  @Test
  void multiplesOfARightAngleAreExact() {
    int[] cos = {1, 0, -1, 0};
    int[] sin = {0, 1, 0, -1};
    for (int quarters = -8; quarters <= 8; quarters++) {
      Rotation rotation = Rotation.ofDegrees(90 * quarters);
      assertEquals(cos[Math.floorMod(quarters, 4)], rotation.cos(), 0.0);
      assertEquals(sin[Math.floorMod(quarters, 4)], rotation.sin(), 0.0);
    }
  }

  @Test
  void otherAnglesAgreeWithTheFunctionsOfTheirRadians() {
    for (double degrees = -360; degrees <= 360; degrees += 0.7) {
      Rotation rotation = Rotation.ofDegrees(degrees);
      double radians = StrictMath.toRadians(degrees);
      assertEquals(StrictMath.cos(radians), rotation.cos(), 1e-15);
      assertEquals(StrictMath.sin(radians), rotation.sin(), 1e-15);
    }
  }

  @Test
  void theSineOfThirtyDegreesIsAHalf() {
    assertEquals(0.5, Rotation.ofDegrees(30).sin(), 1e-16);
    assertEquals(-0.5, Rotation.ofDegrees(-30).sin(), 1e-16);
    assertEquals(-0.5, Rotation.ofDegrees(120).cos(), 1e-16);
  }
}

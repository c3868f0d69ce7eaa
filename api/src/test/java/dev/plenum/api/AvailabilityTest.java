package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AvailabilityTest {
  @Test
  void aBackendIsAvailableImprovableOrUnavailable() {
    assertEquals(new Availability(true, "8 cores", ""), Availability.available("8 cores"));
    assertEquals(
        new Availability(true, "scalar kernels", "add the vector module"),
        Availability.improvable("scalar kernels", "add the vector module"));
    assertEquals(
        new Availability(false, "no driver", "install it"),
        Availability.unavailable("no driver", "install it"));
  }
}

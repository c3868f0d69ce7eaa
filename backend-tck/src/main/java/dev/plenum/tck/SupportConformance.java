package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Model;
import dev.plenum.api.UnsupportedLayerException;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.Sgd;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What the backend can run and what not: as it declares, and said in advance. */
abstract class SupportConformance extends ConformanceGroup {
  SupportConformance(BackendConformance kit) {
    super(kit);
  }

  private boolean isDeclared(Operation operation) {
    return !unsupported().contains(operation.getClass());
  }

  @Test
  void backendSaysWhatItCanRun() {
    for (NetworkCase networkCase : NetworkTable.all()) {
      for (Operation operation : networkCase.operations()) {
        assertEquals(isDeclared(operation), backend().supports(operation), operation::toString);
      }
    }
  }

  /** By the name of a layer that it cannot run, and its own. */
  @Test
  void networksAreRunOrRefusedByName() {
    for (NetworkCase networkCase : NetworkTable.all()) {
      Optional<PlacedLayer> refused = networkCase.network().placedLayers().stream()
          .filter(layer -> !isDeclared(layer.spec()))
          .findFirst();
      if (refused.isPresent()) {
        assertMessage(
            assertThrows(
                UnsupportedLayerException.class, () -> open(networkCase), networkCase::name),
            refused.get().name(),
            backend().name());
      } else {
        open(networkCase);
      }
    }
  }

  private void open(NetworkCase networkCase) {
    try (Model model = compile(networkCase.network(), Sgd.defaults())) {
      assertEquals(networkCase.network(), model.network());
    }
  }

  /** In the test's report, under these names. */
  @Test
  void deviationsFromTheStandardAreReported(TestReporter reporter) {
    unsupported().forEach(kind -> reporter.publishEntry("unsupported", kind.getSimpleName()));
    lacking().forEach(capability -> reporter.publishEntry("lacking", capability.description()));
    tolerances().reasons().forEach(reason -> reporter.publishEntry("tolerance", reason));
    Tolerances standard = Tolerances.STANDARD;
    boolean widened = tolerances().forward() > standard.forward()
        || tolerances().loss() > standard.loss()
        || tolerances().gradient() > standard.gradient()
        || tolerances().trajectory() > standard.trajectory();
    assertTrue(
        !widened || !tolerances().reasons().isEmpty(), "tolerances are widened without a reason");
  }
}

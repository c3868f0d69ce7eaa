package dev.plenum.tck.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Operation;
import dev.plenum.tck.Capability;
import dev.plenum.tck.Tolerances;
import dev.plenum.tck.reference.LayerFault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a backend declares that it lacks is skipped and reported, and nothing else is let through. */
class DeclarationsTest {

  @Test
  void lackingCapabilityIsReportedAsSkippedWithTheReason() {
    KitRun run = KitRun.of(
        new FaultyBackend(LayerFault.LAST_OF_EQUAL_POOL_VALUES),
        EnumSet.of(Capability.FIRST_OF_EQUAL_POOL_VALUES),
        "Gradients",
        "(firstOf|gradientsOfMany).*");
    assertEquals(List.of(), run.failed);
    assertEquals(List.of("gradientsOfManyImagesAreThoseOfTheReference"), run.passed);
    assertEquals(1, run.skippedWithReason.size());
    String reason = run.skippedWithReason.get(0);
    assertTrue(reason.contains(Capability.FIRST_OF_EQUAL_POOL_VALUES.description()), reason);
  }

  private static KitRun runPartial(
      Backend backend, Set<Class<? extends Operation>> unsupported, String group) {
    return KitRun.of(backend, Set.of(), unsupported, Tolerances.STANDARD, group, ".*");
  }

  @Test
  void declaredKindOfLayerIsReportedAndItsTestsAreSkipped() {
    Set<Class<? extends Operation>> declared = Set.of(BatchNormalization.class);
    for (String group : List.of("Support", "Statistics", "Averages", "State", "ForwardPass")) {
      KitRun run = runPartial(new PartialBackend(), declared, group);
      assertEquals(List.of(), run.failed);
      if (group.equals("Support")) {
        assertEquals(List.of("unsupported: BatchNormalization"), run.reported);
      } else {
        assertTrue(
            group.equals("State") || run.skippedWithReason.get(0).contains("[BatchNormalization]"),
            () -> run.skippedWithReason.toString());
      }
    }
  }

  @Test
  void kindOfLayerThatIsNotRunButNotDeclaredIsFound() {
    assertEquals(
        Set.of("backendSaysWhatItCanRun", "networksAreRunOrRefusedByName"),
        Set.copyOf(runPartial(new PartialBackend(), Set.of(), "Support").failed));
  }

  @Test
  void kindOfLayerThatIsRunButDeclaredAsUnsupportedIsFound() {
    assertEquals(
        Set.of("backendSaysWhatItCanRun", "networksAreRunOrRefusedByName"),
        Set.copyOf(runPartial(new ReferenceBackend(), Set.of(BatchNormalization.class), "Support")
            .failed));
  }

  @Test
  void widerTolerancesAreReportedWithTheirReason() {
    Tolerances wider = Tolerances.STANDARD.forward(1e-3, "half precision");
    KitRun run =
        KitRun.of(new ReferenceBackend(), Set.of(), Set.of(), wider, "Support", "deviations.*");
    assertEquals(
        List.of("tolerance: forward 0.001 instead of 1.0E-5: half precision"), run.reported);
    assertThrows(
        IllegalArgumentException.class, () -> Tolerances.STANDARD.gradient(1e-5, "narrower"));
    assertThrows(IllegalArgumentException.class, () -> Tolerances.STANDARD.loss(1e-4, " "));
  }

  @Test
  void tolerancesWithoutAReasonAreFound() {
    Tolerances silent = new Tolerances(1e-5, 1e-5, 1e-2, 5e-4, List.of());
    KitRun run =
        KitRun.of(new ReferenceBackend(), Set.of(), Set.of(), silent, "Support", "deviations.*");
    assertEquals(List.of("deviationsFromTheStandardAreReported"), run.failed);
  }

  @Test
  void everyCapabilityHasTestsThatAreSkippedWithoutIt() {
    Set<Capability> all = EnumSet.allOf(Capability.class);
    List<String> reasons = Stream.of(
            "Description", "ForwardPass", "Gradients", "Optimizers", "Repeatability", "Divergence")
        .flatMap(
            group -> KitRun.of(new ReferenceBackend(), all, group, ".*").skippedWithReason.stream())
        .toList();
    for (Capability capability : all) {
      assertTrue(
          reasons.stream().anyMatch(reason -> reason.contains(capability.description())),
          () -> "no test needs " + capability + ": " + reasons);
    }
  }
}

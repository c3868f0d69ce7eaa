package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.BatchResult;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** What the groups of tests share: the backend under test, and its capabilities. */
abstract class ConformanceGroup {
  static final Seed SEED = new Seed(7);

  private final BackendConformance kit;

  ConformanceGroup(BackendConformance kit) {
    this.kit = kit;
  }

  Backend backend() {
    return kit.backend();
  }

  Model compile(Network network, OptimizerSpec spec) {
    return compile(network, spec, SEED);
  }

  Model compile(Network network, OptimizerSpec spec, Seed seed) {
    return backend().compile(network, spec, seed);
  }

  Tolerances tolerances() {
    return kit.tolerances();
  }

  /** What the backend lacks. */
  Set<Capability> lacking() {
    return kit.lacking();
  }

  /** The kinds of layer and merge that the backend cannot run. */
  Set<Class<? extends Operation>> unsupported() {
    return kit.unsupported();
  }

  /** Skips the present test if the backend cannot run the network. */
  void needs(NetworkCase networkCase) {
    needs(networkCase.network());
  }

  /** The same. */
  void needs(Network network) {
    List<String> missing = network.placedLayers().stream()
        .map(PlacedLayer::spec)
        .filter(operation -> unsupported().contains(operation.getClass()))
        .map(Operation::type)
        .distinct()
        .toList();
    assumeTrue(
        missing.isEmpty(),
        () -> "the backend '%s' cannot run %s".formatted(backend().name(), missing));
    needs(Needs.of(network).toArray(Capability[]::new));
  }

  /** Skips the present test if the backend lacks what it needs. */
  void needs(Capability... capabilities) {
    List<Capability> missing =
        Stream.of(capabilities).filter(kit.lacking()::contains).toList();
    assumeTrue(
        missing.isEmpty(),
        () -> "the backend '%s' lacks %s".formatted(backend().name(), describe(missing)));
  }

  private static String describe(List<Capability> capabilities) {
    return capabilities.stream()
        .map(capability -> capability + " (" + capability.description() + ")")
        .collect(Collectors.joining(" and "));
  }

  /** The loss and accuracy of a training's epoch must be those that the reference measured. */
  void assertMeasured(BatchResult expected, EpochRecord epoch) {
    Closeness.assertLoss(
        "loss",
        expected.lossSum() / expected.size(),
        epoch.value("loss"),
        tolerances().loss());
    assertEquals((double) expected.correct() / expected.size(), epoch.value("accuracy"), 1e-12);
  }

  /** The input must be refused, with a message that has what was needed and what was found. */
  static void assertRefused(Executable call, Object... inMessage) {
    assertMessage(assertThrows(IllegalArgumentException.class, call), inMessage);
  }

  static void assertMessage(RuntimeException exception, Object... parts) {
    String message = exception.getMessage();
    assertNotNull(message, () -> "no message in " + exception);
    for (Object part : parts) {
      assertTrue(
          message.contains(String.valueOf(part)),
          () -> "the message must contain '%s': %s".formatted(part, message));
    }
  }
}

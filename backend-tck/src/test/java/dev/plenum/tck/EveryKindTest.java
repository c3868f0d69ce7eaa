package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.tck.reference.RandomNetworks;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A kind of layer, merge, activation or optimizer that is added to the contract is missed by the kit at once:
 * in the table of networks, among the random ones, which other modules test their formats with, and
 * among the optimizers.
 */
class EveryKindTest {
  /** The random networks of this many seeds are what formats are tested with. */
  private static final int SEEDS = 100;

  private static Set<Class<?>> layers(List<Network> networks) {
    return networks.stream()
        .flatMap(network -> network.placedLayers().stream())
        .map(layer -> layer.spec().getClass())
        .collect(Collectors.toSet());
  }

  private static Set<Activation> activations(List<Network> networks) {
    return networks.stream()
        .flatMap(network -> network.placedLayers().stream())
        .map(layer -> layer.spec().activation())
        .collect(Collectors.toSet());
  }

  /** Also those of sealed types that are permitted themselves. */
  private static Set<Class<?>> permitted(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? permitted(kind).stream() : Stream.of(kind))
        .collect(Collectors.toSet());
  }

  private static void assertEveryKind(List<Network> networks) {
    assertEquals(permitted(Operation.class), layers(networks));
    assertEquals(EnumSet.allOf(Activation.class), activations(networks));
  }

  @Test
  void theTableHasEveryKindOfLayerMergeAndActivation() {
    assertEveryKind(NetworkTable.all().stream().map(NetworkCase::network).toList());
  }

  @Test
  void randomNetworksHaveEveryKindOfLayerMergeAndActivation() {
    assertEveryKind(LongStream.range(0, SEEDS)
        .mapToObj(seed -> RandomNetworks.draw(Seed.seed(seed)))
        .toList());
  }

  @Test
  void everyOptimizerIsTested() {
    Stream<OptimizerSpec> tested = OptimizerConformance.optimizers().stream();
    assertEquals(
        permitted(OptimizerSpec.class),
        tested.map(OptimizerSpec::getClass).collect(Collectors.toSet()));
  }
}

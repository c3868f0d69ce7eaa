package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FreezeTest {
  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final LayerSpec[] LAYERS = {
    Conv2D.of(4, 3),
    BatchNormalization.defaults(),
    Conv2D.of(5, 3),
    GlobalAveragePooling2D.instance(),
    Dense.of(2)
  };

  static Stream<Network> networks() {
    return Stream.of(Sequential.of(IMAGE, LAYERS), Graph.of(IMAGE, images -> images.then(LAYERS)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void nothingIsFrozenAtFirst(Network network) {
    assertEquals(Set.of(), network.frozen());
    assertEquals(Set.of(), frozenNames(network));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theNamedLayersAreFrozenBesideThoseThatWere(Network network) {
    Network frozen = network.freeze(List.of("conv2d_1")).freeze(Set.of("batch_normalization"));
    assertEquals(Set.of(1, 2), frozen.frozen());
    assertEquals(Set.of("batch_normalization", "conv2d_1"), frozenNames(frozen));
    assertEquals(network, frozen.withFrozen(Set.of()));
    assertEquals(Set.of("dense"), frozenNames(frozen.withFrozen(Set.of(4))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsFrozenCountsAsAParameterButNotAsTrainable(Network network) {
    long all = 3 * 3 * 3 * 4 + 4 + 4 * 4 + 3 * 3 * 4 * 5 + 5 + 5 * 2 + 2;
    assertEquals(all, network.parameterCount());
    assertEquals(all - 2 * 4, network.trainableCount(), "moving mean and variance are state");
    Network frozen = network.freeze(List.of("conv2d", "batch_normalization"));
    assertEquals(all, frozen.parameterCount());
    assertEquals(3 * 3 * 4 * 5 + 5 + 5 * 2 + 2, frozen.trainableCount());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void anUnknownNameIsRefusedWithThoseThatThereAre(Network network) {
    assertRefused(
        InvalidNetworkException.class,
        () -> network.freeze(List.of("conv2d", "conv2d_2")),
        "no layer 'conv2d_2'",
        "[conv2d, batch_normalization, conv2d_1, global_average_pooling2d, dense]");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aPositionOutsideIsRefused(Network network) {
    assertRefused(
        InvalidNetworkException.class,
        () -> network.withFrozen(Set.of(5)),
        "no layer 6 to freeze, of 5");
    assertRefused(
        InvalidNetworkException.class,
        () -> network.withFrozen(Set.of(-1)),
        "no layer 0 to freeze, of 5");
  }

  @Test
  void thePositionsCannotBeChanged() {
    Network network = Sequential.of(IMAGE, LAYERS).freeze(List.of("dense"));
    assertThrows(UnsupportedOperationException.class, () -> network.frozen().add(0));
  }

  private static Set<String> frozenNames(Network network) {
    return network.placedLayers().stream()
        .filter(PlacedLayer::frozen)
        .map(PlacedLayer::name)
        .collect(Collectors.toSet());
  }
}

package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredParameterTest {
  private static final UpdateOptions AVERAGES = UpdateOptions.NONE.ema(0.99);
  private static final Network NETWORK = Sequential.of(
      Shape.of(2, 2, 1),
      Flatten.instance(),
      Dense.of(3),
      BatchNormalization.defaults().scale(false),
      Dense.of(2));

  /** Each array with the names of its slots. */
  private static List<String> slots(Network network, OptimizerSpec optimizer) {
    return StoredParameter.of(network, optimizer).stream()
        .map(parameter -> parameter.name() + ": "
            + parameter.slots().stream().map(parameter::slotName).toList())
        .toList();
  }

  @Test
  void allArraysAreStoredInLayerOrderTrainedOnesWithTheSlotsOfTheFormula() {
    assertEquals(
        List.of(
            "dense/kernel: [dense/kernel/m, dense/kernel/v]",
            "dense/bias: [dense/bias/m, dense/bias/v]",
            "batch_normalization/beta: [batch_normalization/beta/m, batch_normalization/beta/v]",
            "batch_normalization/moving_mean: []",
            "batch_normalization/moving_variance: []",
            "dense_1/kernel: [dense_1/kernel/m, dense_1/kernel/v]",
            "dense_1/bias: [dense_1/bias/m, dense_1/bias/v]"),
        slots(NETWORK, Adam.defaults()));
  }

  @Test
  void averagesAreKeptOfTrainedArraysAndOfStatistics() {
    assertEquals(
        List.of(
            "dense/kernel: [dense/kernel/u, dense/kernel/ema]",
            "dense/bias: [dense/bias/u, dense/bias/ema]",
            "batch_normalization/beta: [batch_normalization/beta/u, batch_normalization/beta/ema]",
            "batch_normalization/moving_mean: [batch_normalization/moving_mean/ema]",
            "batch_normalization/moving_variance: [batch_normalization/moving_variance/ema]",
            "dense_1/kernel: [dense_1/kernel/u, dense_1/kernel/ema]",
            "dense_1/bias: [dense_1/bias/u, dense_1/bias/ema]"),
        slots(NETWORK, Sgd.defaults().momentum(0.9).options(AVERAGES)));
  }

  @Test
  void nothingIsKeptForFrozenLayers() {
    Network frozen = NETWORK.freeze(List.of("dense", "batch_normalization"));
    assertEquals(
        List.of(
            "dense/kernel: []",
            "dense/bias: []",
            "batch_normalization/beta: []",
            "batch_normalization/moving_mean: []",
            "batch_normalization/moving_variance: []",
            "dense_1/kernel: [dense_1/kernel/ema]",
            "dense_1/bias: [dense_1/bias/ema]"),
        slots(frozen, Sgd.defaults().options(AVERAGES)));
    assertEquals(
        List.of(false, false, false, false, false, true, true),
        StoredParameter.of(frozen, Sgd.defaults()).stream()
            .map(StoredParameter::isTrained)
            .toList());
  }
}

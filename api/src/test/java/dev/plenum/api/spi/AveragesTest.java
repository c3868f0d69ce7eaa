package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Fit;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The averages of weights, when a training ends. */
class AveragesTest {
  private static final OptimizerSpec AVERAGING =
      Adam.defaults().options(UpdateOptions.NONE.ema(0.9));
  private static final Network NETWORK = Sequential.of(
      NumberedImages.SHAPE,
      Flatten.instance(),
      BatchNormalization.defaults(),
      Dense.of(2),
      Dense.of(NumberedImages.CLASSES));

  private static EngineModel model(Network network, OptimizerSpec optimizer) {
    return new RecordingEngine(network, optimizer).model(RecordingEngine.SEED);
  }

  /** Fills every slot with a number of its own, as after so many updates. */
  private static NamedTensors fillSlots(EngineModel model, long iterations) {
    Map<String, Tensor> slots =
        new LinkedHashMap<>(model.optimizer().state().slots().byName());
    float[] next = {10};
    slots.replaceAll((name, tensor) -> {
      float[] values = new float[tensor.shape().size()];
      Arrays.fill(values, next[0]++);
      return new Tensor(tensor.shape(), values);
    });
    NamedTensors filled = new NamedTensors(slots);
    model.optimizer().setState(new OptimizerState(iterations, 0.001, filled));
    return filled;
  }

  @Test
  void theyTakeThePlaceOfTheWeightsAndOfTheStatistics() {
    EngineModel model = model(NETWORK, AVERAGING);
    NamedTensors slots = fillSlots(model, 3);
    model.optimizer().finish();
    NamedTensors weights = model.weights();
    assertEquals(8, weights.names().size());
    for (String name : weights.names()) {
      assertArrayEquals(slots.get(name + "/ema").toArray(), weights.get(name).toArray(), name);
    }
    assertEquals(slots, model.optimizer().state().slots(), "the slots stay");
  }

  @Test
  void frozenLayersHaveNoneAndStayAsTheyAre() {
    EngineModel model = model(NETWORK.freeze(List.of("batch_normalization", "dense")), AVERAGING);
    NamedTensors before = model.weights();
    NamedTensors slots = fillSlots(model, 3);
    model.optimizer().finish();
    NamedTensors after = model.weights();
    for (String name : before.names()) {
      NamedTensors expected = name.startsWith("dense_1/") ? slots : before;
      String source = name.startsWith("dense_1/") ? name + "/ema" : name;
      assertArrayEquals(expected.get(source).toArray(), after.get(name).toArray(), name);
    }
  }

  @Test
  void beforeTheFirstUpdateThereAreNone() {
    EngineModel model = model(NETWORK, AVERAGING);
    NamedTensors before = model.weights();
    fillSlots(model, 0);
    model.optimizer().finish();
    assertEquals(before, model.weights());
  }

  @Test
  void anOptimizerWithoutAveragesLeavesTheWeights() {
    EngineModel model = model(NETWORK, Adam.defaults());
    NamedTensors before = model.weights();
    fillSlots(model, 3);
    model.optimizer().finish();
    assertEquals(before, model.weights());
  }

  /** The engine of this test computes nothing, so the averages are what they were: zeros. */
  @Test
  void everyTrainingEndsSo() {
    EngineModel model = model(NETWORK, AVERAGING);
    model.fit(NumberedImages.of(4), Fit.epochs(1).batchSize(2));
    assertArrayEquals(new float[4], model.weights().get("dense/kernel").toArray());
  }
}

package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What regularizers add to a model's losses. */
class PenaltyTest {
  private static final Network NETWORK = Sequential.of(
      NumberedImages.SHAPE,
      Flatten.instance(),
      Dense.of(2).kernelRegularizer(new Regularizer(0.1, 0.01)),
      Dense.of(NumberedImages.CLASSES).kernelRegularizer(Regularizer.l1(0.5)));

  /** 0.1 · (1 + 2 + 3 + 4) + 0.01 · (1 + 4 + 9 + 16) + 0.5 · 6 · 2. */
  private static final double PENALTY = 1 + 0.3 + 6;

  private static EngineModel model(Network network) {
    EngineModel model =
        new RecordingEngine(network, RecordingEngine.OPTIMIZER).model(RecordingEngine.SEED);
    Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
    weights.put("dense/kernel", new Tensor(Shape.of(2, 2), new float[] {1, -2, 3, -4}));
    weights.put("dense/bias", new Tensor(Shape.of(2), new float[] {100, 100}));
    weights.put("dense_1/kernel", new Tensor(Shape.of(2, 3), new float[] {-2, 2, -2, 2, 2, 2}));
    model.setWeights(new NamedTensors(weights));
    return model;
  }

  @Test
  void itIsTheSumOverAllKernelsAndNoBias() {
    assertEquals(PENALTY, model(NETWORK).penalty(), 1e-7);
  }

  @Test
  void frozenKernelsCountAsWell() {
    assertEquals(PENALTY, model(NETWORK.freeze(List.of("dense"))).penalty(), 1e-7);
  }

  @Test
  void itAddsToTheLossOfEveryImageOfABatch() {
    Batch batch = new Batch(NumberedImages.SHAPE, 2);
    batch.load(NumberedImages.of(2), new int[] {0, 1}, 0, 2);
    BatchResult result = model(NETWORK).trainOnBatch(batch, 0);
    assertEquals(RecordingEngine.RESULT.lossSum() + 2 * PENALTY, result.lossSum(), 1e-6);
    assertEquals(RecordingEngine.RESULT.correct(), result.correct());
    assertEquals(RecordingEngine.RESULT.size(), result.size());
  }

  /** All logits are equal, so every image has the loss ln 3. */
  @Test
  void itAddsToTheLossOfAnEvaluationOnce() {
    Dataset images = NumberedImages.of(7);
    assertEquals(
        Math.log(3) + PENALTY, model(NETWORK).evaluate(images, List.of()).loss(), 1e-6);
  }

  @Test
  void withoutRegularizersThereIsNone() {
    EngineModel model = new RecordingEngine().model();
    assertEquals(0, model.penalty());
    assertEquals(Math.log(3), model.evaluate(NumberedImages.of(7), List.of()).loss(), 1e-12);
  }
}

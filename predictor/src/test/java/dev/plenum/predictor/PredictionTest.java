package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final Network NETWORK = Sequential.of(
      Shape.of(1, 2, 1),
      Flatten.instance(),
      Dense.of(2),
      Dense.of(2).activation(Activation.SOFTMAX));

  private static Prediction predict(float weight) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights.put("dense/kernel", new Tensor(Shape.of(2, 2), new float[] {weight, 0, weight, 0}));
    weights.put("dense/bias", new Tensor(Shape.of(2), new float[2]));
    weights.put("dense_1/kernel", new Tensor(Shape.of(2, 2), new float[] {weight, -weight, 0, 0}));
    weights.put("dense_1/bias", new Tensor(Shape.of(2), new float[2]));
    try (Model model = Backends.get("purejava").compile(NETWORK, Sgd.defaults(), Seed.seed(1))) {
      model.setWeights(new NamedTensors(weights));
      return Prediction.of(model, new float[] {1, 1});
    }
  }

  @Test
  void theLargestProbabilityIsTheClass() {
    assertEquals(0, predict(1).best());
    assertEquals(1, predict(1).probabilities().stream().mapToDouble(p -> p).sum(), 1e-6);
  }

  @Test
  void outputsThatAreNotNumbersAreNoPrediction() {
    String e = String.valueOf(
        assertThrows(IllegalStateException.class, () -> predict(3e38f)).getMessage());
    assertTrue(e.contains("are not numbers"), e);
  }
}

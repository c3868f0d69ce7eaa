package dev.plenum.tck;

import static dev.plenum.api.network.Activation.ELU;
import static dev.plenum.api.network.Activation.HARD_SIGMOID;
import static dev.plenum.api.network.Activation.HARD_SILU;
import static dev.plenum.api.network.Activation.LEAKY_RELU;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.RELU6;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A NaN comes out as a NaN loss: it is neither hidden nor does it end the process. */
abstract class DivergenceConformance extends ConformanceGroup {
  private static final Shape IMAGE = Shape.of(6, 6, 1);
  private static final Network DENSE =
      Sequential.of(IMAGE, Flatten.instance(), Dense.of(3).activation(SOFTMAX));
  private static final Network DEEP = Sequential.of(
      IMAGE,
      Conv2D.of(4, 3).activation(RELU),
      MaxPool2D.of(2),
      Flatten.instance(),
      Dense.of(5).activation(RELU),
      Dense.of(3).activation(SOFTMAX));

  DivergenceConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void nanInAnImageGivesANanLoss() {
    assertNanLoss(DENSE);
  }

  @Test
  void nanInAnImageGetsThroughReluAndPooling() {
    needs(Capability.NAN_THROUGH_HIDDEN_LAYERS);
    assertNanLoss(DEEP);
  }

  /** Functions with a limit, and whatever chooses the largest. */
  @Test
  void nanGetsThroughWhateverComparesNumbers() {
    needs(Capability.NAN_THROUGH_HIDDEN_LAYERS);
    for (ElementwiseSpec layer : List.of(
        RELU6.layer(),
        LEAKY_RELU.layer(),
        HARD_SIGMOID.layer(),
        HARD_SILU.layer(),
        ELU.layer(),
        new ReLU(2, 0.5, 0.25))) {
      Network network =
          Sequential.of(IMAGE, layer, Flatten.instance(), Dense.of(3).activation(SOFTMAX));
      needs(network);
      assertNanLoss(network);
    }
    Network graph = Graph.of(IMAGE, images -> {
      return Maximum.of(images.then(Conv2D.of(2, 1)), images.then(Conv2D.of(2, 1)))
          .then(GlobalMaxPooling2D.instance(), Dense.of(3).activation(SOFTMAX));
    });
    needs(graph);
    assertNanLoss(graph);
  }

  private void assertNanLoss(Network network) {
    Batch batch = Samples.of(network, 3, 1).batch();
    Arrays.fill(batch.images(), IMAGE.size(), 2 * IMAGE.size(), Float.NaN);
    try (Model model = compile(network, Sgd.defaults())) {
      double loss = model.trainOnBatch(batch, 0).lossSum();
      assertTrue(Double.isNaN(loss), () -> "the loss of a NaN image was " + loss);
    }
  }

  @Test
  void fitStopsWithAClearErrorWhenTheLossIsNan() {
    Samples samples = Samples.of(DENSE, 6, 1);
    try (Model model = compile(DENSE, Sgd.defaults())) {
      Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
      weights.put(
          "dense/bias", new Tensor(Shape.of(3), new float[] {Float.NaN, Float.NaN, Float.NaN}));
      model.setWeights(new NamedTensors(weights));
      assertMessage(
          assertThrows(
              TrainingDivergedException.class,
              () -> model.fit(samples.dataset(), Fit.epochs(2).batchSize(3))),
          "NaN");
    }
  }
}

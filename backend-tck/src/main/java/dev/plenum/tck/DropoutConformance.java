package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.tck.Closeness.assertClose;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dropout drops exactly the units of {@link DropoutMask}. */
abstract class DropoutConformance extends ConformanceGroup {
  private static final Shape IMAGE = Shape.of(7, 9, 3);
  private static final double RATE = 0.3;
  private static final int CLASSES = 2;
  /** Flatten comes first, so that the dropout's index is not 0. */
  private static final Network NETWORK = Sequential.of(
      IMAGE, Flatten.instance(), Dropout.of(RATE), Dense.of(CLASSES).activation(SOFTMAX));

  DropoutConformance(BackendConformance kit) {
    super(kit);
  }

  /** Only the image at the position is not black: a kernel's row moves unless its unit was dropped. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "12, 4", "4294967301, 2"})
  void exactlyTheUnitsOfTheMaskAreDropped(long step, int position) {
    DropoutMask mask = new DropoutMask(SEED, 1, RATE);
    try (Model model = compile(NETWORK, new Sgd(1, 0, false))) {
      Tensor before = model.weights().get("dense/kernel");
      model.trainOnBatch(whiteImageAt(position), step);
      Tensor after = model.weights().get("dense/kernel");
      for (int e = 0; e < IMAGE.size(); e++) {
        boolean dropped = mask.factor(mask.key(step, position), e) == 0;
        boolean unmoved = before.get(e * CLASSES) == after.get(e * CLASSES);
        assertEquals(dropped, unmoved, "unit " + e + " dropped");
      }
    }
  }

  /** The same of whole channels; the layer's index is 1 too. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "12, 4"})
  void exactlyTheChannelsOfTheMaskAreDropped(long step, int position) {
    Network network = Sequential.of(
        IMAGE,
        Reshape.of(7, 3, 9),
        SpatialDropout2D.of(RATE),
        Flatten.instance(),
        Dense.of(CLASSES).activation(SOFTMAX));
    needs(network);
    DropoutMask mask = new DropoutMask(SEED, 1, RATE);
    try (Model model = compile(network, new Sgd(1, 0, false))) {
      Tensor before = model.weights().get("dense/kernel");
      model.trainOnBatch(whiteImageAt(position), step);
      Tensor after = model.weights().get("dense/kernel");
      for (int e = 0; e < IMAGE.size(); e++) {
        boolean dropped = mask.factor(mask.key(step, position), e % 9) == 0;
        boolean unmoved = before.get(e * CLASSES) == after.get(e * CLASSES);
        assertEquals(dropped, unmoved, "unit " + e + " dropped");
      }
    }
  }

  private static Batch whiteImageAt(int position) {
    Batch batch = new Samples(IMAGE, CLASSES, 5, 1).batch();
    Arrays.fill(batch.images(), 0, 5 * IMAGE.size(), 0);
    Arrays.fill(batch.images(), position * IMAGE.size(), (position + 1) * IMAGE.size(), 1);
    return batch;
  }

  @Test
  void predictingDropsNothingAlsoAfterTraining() {
    Network without =
        Sequential.of(IMAGE, Flatten.instance(), Dense.of(CLASSES).activation(SOFTMAX));
    Samples samples = Samples.of(NETWORK, 3, 1);
    try (Model model = compile(NETWORK, Sgd.defaults());
        Model plain = compile(without, Sgd.defaults())) {
      model.trainOnBatch(samples.batch(), 0);
      plain.setWeights(model.weights());
      float[] expected = new float[3 * CLASSES];
      float[] actual = new float[3 * CLASSES];
      plain.logits(samples.images(), 3, expected);
      model.logits(samples.images(), 3, actual);
      assertClose("logits", toDoubles(expected), toDoubles(actual), tolerances().forward());
    }
  }
}

package dev.plenum.api.spi;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.Layer;
import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AbstractModelTest {
  private final RecordingModel model = new RecordingModel();
  private final Batch batch = new Batch(NumberedImages.SHAPE, 2);

  AbstractModelTest() {
    batch.load(NumberedImages.of(2), new int[] {0, 1}, 0, 2);
  }

  @Test
  void startsWithTheWeightsOfItsSeed() {
    assertEquals(
        InitialWeights.of(RecordingModel.NETWORK, RecordingModel.SEED).sha256(),
        model.weights().sha256());
  }

  @Test
  void answersWhatItWasMadeFrom() {
    assertSame(RecordingModel.NETWORK, model.network());
    assertEquals(RecordingModel.SEED, model.seed());
    assertEquals(RecordingModel.OPTIMIZER, model.optimizer().spec());
    assertEquals(List.of(), model.calls());
  }

  @Test
  void updatesWithTheStepAndTheLearningRateOfTheMoment() {
    assertSame(RecordingModel.RESULT, model.trainOnBatch(batch, 0));
    model.optimizer().setLearningRate(0.25);
    model.trainOnBatch(batch, 1);
    assertEquals(List.of("update 2 0 0.001", "update 2 1 0.25"), model.calls());
    assertEquals(0.25, model.optimizer().learningRate());
  }

  @Test
  void iterationsFollowTheStep() {
    assertEquals(0, model.optimizer().iterations());
    model.trainOnBatch(batch, 4);
    assertEquals(5, model.optimizer().iterations());
  }

  @Test
  void anUpdateThatFailsIsNotCounted() {
    model.failFromNowOn();
    assertThrows(ArithmeticException.class, () -> model.trainOnBatch(batch, 0));
    assertEquals(0, model.optimizer().iterations());
  }

  @Test
  void computesLogitsIntoTheArrayOfTheCaller() {
    float[] logits = new float[7];
    model.logits(new float[4], 2, logits);
    assertEquals(List.of("logits 2"), model.calls());
    assertArrayEquals(new float[] {2, 2, 2, 2, 2, 2, 0}, logits);
  }

  @Test
  void whatDoesNotFitNeverReachesTheBackend() {
    assertRefused(() -> model.trainOnBatch(new Batch(NumberedImages.SHAPE, 1), 0), "1 image");
    assertRefused(() -> model.trainOnBatch(batch, -1), "-1");
    assertRefused(() -> model.logits(new float[3], 2, new float[6]), "found 3");
    assertEquals(List.of(), model.calls());
    assertEquals(0, model.optimizer().iterations());
  }

  @Test
  void layersShowTheWeightsOfTheMoment() {
    List<Layer> layers = model.layers();
    NamedTensors other = InitialWeights.of(RecordingModel.NETWORK, new Seed(8));
    model.setWeights(other);
    assertEquals(RecordingModel.NETWORK.placedLayers().get(1), layers.get(1).placement());
    assertEquals(List.of(), layers.get(0).weights().names());
    assertEquals(other.sha256(), layers.get(1).weights().sha256());
  }

  @Test
  void theOptimizersStateGoesOutAndIn() {
    model.trainOnBatch(batch, 0);
    model.optimizer().setLearningRate(0.5);
    OptimizerState state = model.optimizer().state();
    RecordingModel other = new RecordingModel();
    other.optimizer().setState(state);
    assertEquals(state, other.optimizer().state());
    assertEquals(1, other.optimizer().iterations());
    assertEquals(0.5, other.optimizer().learningRate());
  }

  @Test
  void aStateThatDoesNotFitChangesNothing() {
    assertRefused(
        () -> model.optimizer().setState(new OptimizerState(3, 0.5, NamedTensors.empty())),
        "dense/kernel/m");
    assertEquals(0, model.optimizer().iterations());
    assertEquals(0.001, model.optimizer().learningRate());
  }

  @Test
  void aLearningRateThatIsNotPositiveIsRefused() {
    assertRefused(() -> model.optimizer().setLearningRate(0), "learning rate", "0.0");
    assertEquals(0.001, model.optimizer().learningRate());
  }

  @Test
  void isReleasedOnceHoweverOftenItIsClosed() {
    model.close();
    model.close();
    assertEquals(List.of("release"), model.calls());
  }

  @Test
  void aClosedModelComputesNothing() {
    model.close();
    List<Consumer<RecordingModel>> uses = List.of(
        m -> m.trainOnBatch(batch, 0),
        m -> m.logits(new float[4], 2, new float[6]),
        RecordingModel::network,
        RecordingModel::seed,
        RecordingModel::layers,
        RecordingModel::optimizer,
        RecordingModel::weights,
        m -> m.setWeights(NamedTensors.empty()));
    uses.forEach(use ->
        assertRefused(IllegalStateException.class, () -> use.accept(model), "the model is closed"));
    assertEquals(List.of("release"), model.calls());
  }

  @Test
  void layersAndOptimizerAreClosedWithTheModel() {
    Layer layer = model.layers().get(1);
    Optimizer optimizer = model.optimizer();
    OptimizerState state = optimizer.state();
    model.close();
    List<Runnable> uses = List.of(
        layer::weights,
        optimizer::learningRate,
        () -> optimizer.setLearningRate(1),
        optimizer::iterations,
        optimizer::state,
        () -> optimizer.setState(state));
    uses.forEach(use -> assertRefused(IllegalStateException.class, use, "the model is closed"));
    assertEquals("dense", layer.name());
  }
}

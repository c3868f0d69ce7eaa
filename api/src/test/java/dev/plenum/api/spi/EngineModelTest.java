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

class EngineModelTest {
  private final RecordingEngine engine = new RecordingEngine();
  private final EngineModel model = engine.model();
  private final Batch batch = new Batch(NumberedImages.SHAPE, 2);

  EngineModelTest() {
    batch.load(NumberedImages.of(2), new int[] {0, 1}, 0, 2);
  }

  @Test
  void startsWithTheWeightsOfItsSeed() {
    assertEquals(
        InitialWeights.of(RecordingEngine.NETWORK, RecordingEngine.SEED).sha256(),
        model.weights().sha256());
  }

  @Test
  void answersWhatItWasMadeFrom() {
    assertSame(RecordingEngine.NETWORK, model.network());
    assertEquals(RecordingEngine.SEED, model.seed());
    assertEquals(RecordingEngine.OPTIMIZER, model.optimizer().spec());
    assertEquals(List.of(), engine.calls());
  }

  @Test
  void updatesWithTheStepAndTheLearningRateOfTheMoment() {
    assertSame(RecordingEngine.RESULT, model.trainOnBatch(batch, 0));
    model.optimizer().setLearningRate(0.25);
    model.trainOnBatch(batch, 1);
    assertEquals(List.of("update 2 0 0.001", "update 2 1 0.25"), engine.calls());
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
    engine.failFromNowOn();
    assertThrows(ArithmeticException.class, () -> model.trainOnBatch(batch, 0));
    assertEquals(0, model.optimizer().iterations());
  }

  @Test
  void computesLogitsIntoTheArrayOfTheCaller() {
    float[] logits = new float[7];
    model.logits(new float[4], 2, logits);
    assertEquals(List.of("logits 2"), engine.calls());
    assertArrayEquals(new float[] {2, 2, 2, 2, 2, 2, 0}, logits);
  }

  @Test
  void whatDoesNotFitNeverReachesTheBackend() {
    assertRefused(() -> model.trainOnBatch(new Batch(NumberedImages.SHAPE, 1), 0), "1 image");
    assertRefused(() -> model.trainOnBatch(batch, -1), "-1");
    assertRefused(() -> model.logits(new float[3], 2, new float[6]), "found 3");
    assertEquals(List.of(), engine.calls());
    assertEquals(0, model.optimizer().iterations());
  }

  @Test
  void layersShowTheWeightsOfTheMoment() {
    List<Layer> layers = model.layers();
    NamedTensors other = InitialWeights.of(RecordingEngine.NETWORK, new Seed(8));
    model.setWeights(other);
    assertEquals(RecordingEngine.NETWORK.placedLayers().get(1), layers.get(1).placement());
    assertEquals(List.of(), layers.get(0).weights().names());
    assertEquals(other.sha256(), layers.get(1).weights().sha256());
  }

  @Test
  void theOptimizersStateGoesOutAndIn() {
    model.trainOnBatch(batch, 0);
    model.optimizer().setLearningRate(0.5);
    OptimizerState state = model.optimizer().state();
    EngineModel other = new RecordingEngine().model();
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
  void theEngineIsClosedOnceHoweverOftenTheModelIs() {
    model.close();
    model.close();
    assertEquals(List.of("close"), engine.calls());
  }

  @Test
  void aClosedModelComputesNothing() {
    model.close();
    List<Consumer<EngineModel>> uses = List.of(
        m -> m.trainOnBatch(batch, 0),
        m -> m.logits(new float[4], 2, new float[6]),
        EngineModel::network,
        EngineModel::seed,
        EngineModel::layers,
        EngineModel::optimizer,
        EngineModel::weights,
        m -> m.setWeights(NamedTensors.empty()));
    uses.forEach(use ->
        assertRefused(IllegalStateException.class, () -> use.accept(model), "the model is closed"));
    assertEquals(List.of("close"), engine.calls());
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

  /** Such as an image transform that asks the model which it makes images for. */
  @Test
  void whatTheEngineCallsMeanwhileCannotUseTheModel() {
    engine.duringUpdates(() -> model.logits(new float[4], 2, new float[6]));
    assertRefused(
        IllegalStateException.class, () -> model.trainOnBatch(batch, 0), "the model is computing");
    engine.duringUpdates(model::close);
    assertRefused(
        IllegalStateException.class, () -> model.trainOnBatch(batch, 0), "the model is computing");
    engine.duringUpdates(() -> {});
    assertSame(RecordingEngine.RESULT, model.trainOnBatch(batch, 0));
  }
}

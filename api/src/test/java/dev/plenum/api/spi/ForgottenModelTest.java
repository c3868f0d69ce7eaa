package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Loss;
import dev.plenum.api.Layer;
import dev.plenum.api.Optimizer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.random.Seed;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of models that nobody closed and nobody can reach. */
@Timeout(60)
class ForgottenModelTest {
  private static final Logger LOGGER = Logger.getLogger(EngineModel.class.getName());

  private final List<LogRecord> warnings = new CopyOnWriteArrayList<>();
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord warning) {
      warnings.add(warning);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
  }

  @Test
  void itsEngineIsClosedOnceWithAWarningThatNamesIt() throws InterruptedException {
    RecordingEngine engine = new RecordingEngine();
    awaitCleared(new WeakReference<>(engine.model(new Seed(101))));
    while (warningsOf(101).isEmpty()) {
      Thread.sleep(5);
    }
    assertEquals(List.of("close"), engine.calls());
    LogRecord warning = warningsOf(101).get(0);
    assertEquals(
        "a model (input (1, 1, 2), 3 classes, 9 weights, seed 101)", warning.getParameters()[0]);
    assertTrue(warning.getMessage().contains("best by try-with-resources"), warning::getMessage);
    assertEquals(1, warningsOf(101).size());
  }

  @Test
  void ofOneThatWasClosedNothingIsSaid() throws InterruptedException {
    RecordingEngine engine = new RecordingEngine();
    awaitCleared(closedModel(engine));
    RecordingEngine later = new RecordingEngine();
    awaitCleared(new WeakReference<>(later.model(new Seed(103))));
    while (warningsOf(103).isEmpty()) {
      Thread.sleep(5);
    }
    assertEquals(List.of("close"), engine.calls());
    assertEquals(List.of(), warningsOf(102));
  }

  /** Those about the model of this seed: other tests of the same JVM forget models, too. */
  private List<LogRecord> warningsOf(int seed) {
    return warnings.stream()
        .filter(
            warning -> String.valueOf(warning.getParameters()[0]).endsWith("seed " + seed + ")"))
        .toList();
  }

  private static WeakReference<EngineModel> closedModel(RecordingEngine engine) {
    EngineModel model = engine.model(new Seed(102));
    model.close();
    return new WeakReference<>(model);
  }

  @Test
  void layersAndOptimizerKeepItOpen() throws InterruptedException {
    RecordingEngine engine = new RecordingEngine();
    Layer layer = engine.model().layers().get(1);
    Optimizer optimizer = new RecordingEngine().model().optimizer();
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(5);
    }
    assertNotNull(layer.weights());
    assertEquals(0, optimizer.state().iterations());
    assertEquals(List.of(), engine.calls());
  }

  @Test
  void anEngineThatTakesNoWeightsIsClosedAtOnce() {
    RecordingEngine engine = new RecordingEngine();
    assertThrows(
        IllegalArgumentException.class,
        () -> new EngineModel(
            Sequential.of(RecordingEngine.NETWORK.input(), Flatten.instance(), Dense.of(7)),
            RecordingEngine.OPTIMIZER,
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
            RecordingEngine.SEED,
            engine));
    assertEquals(List.of("close"), engine.calls());
  }

  private static void awaitCleared(WeakReference<EngineModel> model) throws InterruptedException {
    while (model.get() != null) {
      System.gc();
      Thread.sleep(5);
    }
  }
}

package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Layer;
import dev.plenum.api.Loss;
import dev.plenum.api.Optimizer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.random.Seed;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
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

  private final List<LogRecord> warnings = new ArrayList<>();
  private final ReferenceQueue<EngineModel> cleared = new ReferenceQueue<>();
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord warning) {
      synchronized (warnings) {
        warnings.add(warning);
        warnings.notifyAll();
      }
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
    awaitCleared(forget(engine.model(new Seed(101))));
    awaitWarningOf(101);
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
    awaitCleared(forget(later.model(new Seed(103))));
    awaitWarningOf(103);
    assertEquals(List.of("close"), engine.calls());
    assertEquals(List.of(), warningsOf(102));
  }

  private void awaitWarningOf(int seed) throws InterruptedException {
    synchronized (warnings) {
      while (warningsOf(seed).isEmpty()) {
        warnings.wait();
      }
    }
  }

  /** Those about the model of this seed: other tests of the same JVM forget models, too. */
  private List<LogRecord> warningsOf(int seed) {
    synchronized (warnings) {
      return warnings.stream()
          .filter(
              warning -> String.valueOf(warning.getParameters()[0]).endsWith("seed " + seed + ")"))
          .toList();
    }
  }

  private WeakReference<EngineModel> closedModel(RecordingEngine engine) {
    EngineModel model = engine.model(new Seed(102));
    model.close();
    return forget(model);
  }

  private WeakReference<EngineModel> forget(EngineModel model) {
    return new WeakReference<>(model, cleared);
  }

  @Test
  void layersAndOptimizerKeepItOpen() throws InterruptedException {
    RecordingEngine engine = new RecordingEngine();
    Layer layer = engine.model().layers().get(1);
    Optimizer optimizer = new RecordingEngine().model().optimizer();
    awaitCleared(forget(new RecordingEngine().model(new Seed(104))));
    awaitWarningOf(104); // so collector and cleaner have been at work
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

  private void awaitCleared(WeakReference<EngineModel> model) throws InterruptedException {
    while (model.get() != null) {
      System.gc();
      cleared.remove(
          5); // waits for it, but not long: the collector need not do its work when asked
    }
  }
}

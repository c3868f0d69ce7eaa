package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Layer;
import dev.plenum.api.Optimizer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
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
    awaitCleared(new WeakReference<>(engine.model()));
    while (warnings.isEmpty()) {
      Thread.sleep(5);
    }
    assertEquals(List.of("close"), engine.calls());
    String warning = String.valueOf(warnings.get(0).getParameters()[0]);
    assertEquals("a model (input (1, 1, 2), 3 classes, 9 weights, seed 7)", warning);
    assertTrue(
        warnings.get(0).getMessage().contains("best by try-with-resources"),
        warnings.get(0)::getMessage);
    assertEquals(1, warnings.size());
  }

  @Test
  void ofOneThatWasClosedNothingIsSaid() throws InterruptedException {
    RecordingEngine engine = new RecordingEngine();
    awaitCleared(closedModel(engine));
    RecordingEngine later = new RecordingEngine();
    awaitCleared(new WeakReference<>(later.model()));
    while (later.calls().isEmpty() || warnings.isEmpty()) {
      Thread.sleep(5);
    }
    assertEquals(List.of("close"), engine.calls());
    assertEquals(1, warnings.size());
  }

  private static WeakReference<EngineModel> closedModel(RecordingEngine engine) {
    EngineModel model = engine.model();
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

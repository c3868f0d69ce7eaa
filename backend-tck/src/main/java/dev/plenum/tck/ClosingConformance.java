package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Fit;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.tensor.NamedTensors;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A closed model refuses everything but being closed again. */
abstract class ClosingConformance extends ConformanceGroup {
  private static final Network NETWORK =
      Sequential.of(Shape.of(3, 3, 1), Flatten.instance(), Dense.of(2).activation(SOFTMAX));
  private static final Samples SAMPLES = Samples.of(NETWORK, 4, 1);

  private static final int FORGOTTEN = 20;
  /** Where a machine is busy, threads take their time to end. */
  private static final int COLLECTIONS = 200;

  ClosingConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void everyMethodOfAClosedModelThrowsWithAMessage() {
    Model model = compile(NETWORK, Adam.defaults());
    NamedTensors weights = model.weights();
    model.close();
    everyMethod(weights).forEach((name, method) -> {
      IllegalStateException exception = assertThrows(
          IllegalStateException.class, () -> method.accept(model), () -> name + " after close");
      assertMessage(exception, "closed");
    });
  }

  private static Map<String, Consumer<Model>> everyMethod(NamedTensors weights) {
    Map<String, Consumer<Model>> methods = new LinkedHashMap<>();
    methods.put("network", Model::network);
    methods.put("seed", Model::seed);
    methods.put("layers", Model::layers);
    methods.put("optimizer", Model::optimizer);
    methods.put("weights", Model::weights);
    methods.put("inputShape", Model::inputShape);
    methods.put("classes", Model::classes);
    methods.put("setWeights", model -> model.setWeights(weights));
    methods.put("trainOnBatch", model -> model.trainOnBatch(SAMPLES.batch(), 0));
    methods.put("logits", model -> model.logits(SAMPLES.images(), 4, new float[8]));
    methods.put("predict", model -> model.predict(SAMPLES.images(), 4, new float[8]));
    methods.put("evaluate", model -> model.evaluate(SAMPLES.dataset()));
    methods.put("fit", model -> model.fit(SAMPLES.dataset(), Fit.epochs(1)));
    return methods;
  }

  @Test
  void closingTwiceIsFine() {
    Model model = compile(NETWORK, Adam.defaults());
    model.close();
    assertDoesNotThrow(model::close);
  }

  /** With native memory this could end the process. */
  @Test
  void optimizerAndLayersOfAClosedModelAnswerOrSayThatItIsClosed() {
    Model model = compile(NETWORK, Adam.defaults());
    Optimizer optimizer = model.optimizer();
    Layer dense = model.layers().get(1);
    model.close();
    answersOrSaysClosed(optimizer::state);
    answersOrSaysClosed(dense::weights);
  }

  private static void answersOrSaysClosed(Runnable call) {
    try {
      call.run();
    } catch (IllegalStateException e) {
      assertMessage(e, "closed");
    }
  }

  /** Their worker threads, above all, must not keep them alive. */
  @Test
  void modelsThatNobodyClosesAreGivenBack() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<WeakReference<Model>> forgotten =
        IntStream.range(0, FORGOTTEN).mapToObj(i -> trainAndForget()).toList();
    for (int i = 0; i < COLLECTIONS && !isAllGivenBack(forgotten, before); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertEquals(
        0,
        forgotten.stream().filter(model -> model.get() != null).count(),
        "models that can still be reached");
    assertTrue(threadsSince(before) < FORGOTTEN, () -> threadsSince(before) + " threads are left");
  }

  private WeakReference<Model> trainAndForget() {
    Model model =
        backend().withSettings(Map.of("threads", "3")).compile(NETWORK, Adam.defaults(), SEED);
    model.trainOnBatch(SAMPLES.batch(), 0);
    model.optimizer().state();
    return new WeakReference<>(model);
  }

  private static boolean isAllGivenBack(List<WeakReference<Model>> models, Set<Thread> before) {
    return models.stream().allMatch(model -> model.get() == null)
        && threadsSince(before) < FORGOTTEN;
  }

  private static long threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .count();
  }

  @Test
  void closingOneModelLeavesOthersAlone() {
    try (Model kept = compile(NETWORK, Adam.defaults())) {
      compile(NETWORK, Adam.defaults()).close();
      kept.trainOnBatch(SAMPLES.batch(), 0);
      assertEquals(1, kept.optimizer().iterations());
      assertFalse(kept.weights().names().isEmpty());
    }
  }
}

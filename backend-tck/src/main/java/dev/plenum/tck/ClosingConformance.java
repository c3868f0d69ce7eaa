package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.Fit;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.tensor.NamedTensors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A closed model refuses everything but being closed again. */
abstract class ClosingConformance extends ConformanceGroup {
  private static final Sequential NETWORK =
      Sequential.of(Shape.of(3, 3, 1), Flatten.instance(), Dense.of(2).activation(SOFTMAX));
  private static final Samples SAMPLES = Samples.of(NETWORK, 4, 1);

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

package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the descriptions of Deeplearning4j's layers have in common. */
final class LayerContents {
  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

  private final Map<String, Object> updater;

  /** Of layers that are trained on with this optimizer. */
  LayerContents(OptimizerSpec optimizer) {
    this.updater = Updaters.write(optimizer);
  }

  /** Whether Deeplearning4j has a function only together with others. */
  static boolean isHard(ElementwiseFunction function) {
    return function instanceof ElementwiseFunction.HardSigmoid
        || function instanceof ElementwiseFunction.HardSilu;
  }

  static Map<String, Object> named(String type, String name) {
    Map<String, Object> content = ClassName.object(LAYERS + type);
    content.put("layerName", name);
    content.put("gradientNormalization", "None");
    content.put("gradientNormalizationThreshold", 1.0);
    return content;
  }

  static Map<String, Object> frozen(PlacedLayer layer, Map<String, Object> content) {
    if (!layer.frozen()) {
      return content;
    }
    Map<String, Object> frozen = named("misc.FrozenLayer", layer.name());
    frozen.put("layer", content);
    return frozen;
  }

  private static Map<String, Object> described(ElementwiseFunction function) {
    return Functions.write(isHard(function) ? new ElementwiseFunction.Identity() : function);
  }

  /** A layer that can be trained. */
  Map<String, Object> trained(String type, String name, ElementwiseFunction function) {
    Map<String, Object> content = named(type, name);
    content.put("activationFn", described(function));
    content.put("biasInit", 0.0);
    content.put("gainInit", 1.0);
    content.put("iupdater", updater);
    content.put("regularization", List.of());
    content.put("regularizationBias", List.of());
    content.put("weightInitFn", ClassName.object("org.deeplearning4j.nn.weights.WeightInitXavier"));
    return content;
  }

  Map<String, Object> kernel(String type, PlacedLayer layer, Kernel kernel, Activation activation) {
    Map<String, Object> content = trained(type, layer.name(), activation.function());
    content.put("hasBias", kernel.bias());
    content.put("regularization", regularization(kernel.regularizer()));
    return content;
  }

  private static List<Object> regularization(Regularizer regularizer) {
    List<Object> all = new ArrayList<>();
    if (regularizer.l2() > 0) {
      all.add(regularization("L2Regularization", "l2", 2 * regularizer.l2()));
    }
    if (regularizer.l1() > 0) {
      all.add(regularization("L1Regularization", "l1", regularizer.l1()));
    }
    return all;
  }

  private static Map<String, Object> regularization(String type, String key, double factor) {
    Map<String, Object> schedule = ClassName.object("org.nd4j.linalg.schedule.FixedSchedule");
    schedule.put("value", factor);
    Map<String, Object> own = ClassName.object("org.nd4j.linalg.learning.regularization." + type);
    own.put(key, schedule);
    return own;
  }
}

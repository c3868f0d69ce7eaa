package dev.plenum.tck.reference;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An update rule with what every optimizer does beside it, and what it remembers: its slots, the number
 * of updates, the learning rate.
 */
class ReferenceOptimizer {
  private final UpdateRule rule;
  private final UpdateOptions options;
  /** Those that are not frozen. */
  private final List<Parameter> parameters;
  /** By parameter and slot, as in {@code conv2d/kernel} and {@code m}. */
  private final Map<String, Map<String, double[]>> slots = new LinkedHashMap<>();

  private double learningRate;
  private long iterations;

  /**
   * An optimizer before its first update.
   *
   * @param all the arrays of a network, in layer order
   */
  ReferenceOptimizer(OptimizerSpec spec, UpdateRule rule, List<Parameter> all) {
    this.rule = rule;
    options = spec.options();
    parameters = all.stream().filter(parameter -> !parameter.frozen).toList();
    learningRate = spec.learningRate();
    for (Parameter parameter : parameters) {
      Map<String, double[]> own = new LinkedHashMap<>();
      if (parameter.trained) {
        spec.slots().forEach(slot -> own.put(slot, new double[parameter.values.length]));
      }
      if (options.emaMomentum().isPresent()) {
        own.put(UpdateOptions.EMA, new double[parameter.values.length]);
      }
      slots.put(parameter.name, own);
    }
  }

  /** Changes every trained parameter by its gradient; averages all, statistics too. */
  void update() {
    countUpdate();
    clip();
    decay();
    follow();
    average();
  }

  /** Makes gradients that are too large smaller. */
  final void clip() {
    ReferenceClipping.clip(options.clipping(), trained());
  }

  /** w ← w − w · decay · lr. */
  final void decay() {
    for (Parameter parameter : trained()) {
      double factor = 1 - options.decayOf(parameter.name) * learningRate;
      Arrays.setAll(parameter.values, i -> parameter.values[i] * factor);
    }
  }

  /** The optimizer's own formula. */
  final void follow() {
    for (Parameter parameter : trained()) {
      rule.update(parameter.values, parameter.gradient, own(parameter), learningRate, iterations);
    }
  }

  /** a ← a · m + w · (1 − m), or a ← w in the first update. */
  final void average() {
    options.emaMomentum().ifPresent(momentum -> average(iterations == 1 ? 0 : momentum));
  }

  /** The same with any momentum. */
  final void average(double momentum) {
    for (Parameter parameter : parameters) {
      double[] averages = UpdateRule.slot(own(parameter), UpdateOptions.EMA);
      for (int i = 0; i < averages.length; i++) {
        averages[i] = averages[i] * momentum + parameter.values[i] * (1 - momentum);
      }
    }
  }

  /** Ends a training: the averages, if there are any, take the place of the weights. */
  final void finish() {
    if (options.emaMomentum().isPresent() && iterations > 0) {
      for (Parameter parameter : parameters) {
        double[] averages = UpdateRule.slot(own(parameter), UpdateOptions.EMA);
        System.arraycopy(averages, 0, parameter.values, 0, averages.length);
      }
    }
  }

  private List<Parameter> trained() {
    return parameters.stream().filter(parameter -> parameter.trained).toList();
  }

  private Map<String, double[]> own(Parameter parameter) {
    return slots.getOrDefault(parameter.name, Map.of());
  }

  /** Begins the next update. */
  final void countUpdate() {
    iterations++;
  }

  double learningRate() {
    return learningRate;
  }

  void setLearningRate(double learningRate) {
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the learning rate must be greater than 0, found " + learningRate);
    }
    this.learningRate = learningRate;
  }

  long iterations() {
    return iterations;
  }

  OptimizerState state() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      own(parameter)
          .forEach((slot, values) ->
              tensors.put(parameter.name + "/" + slot, Doubles.toTensor(parameter.shape, values)));
    }
    return new OptimizerState(iterations, learningRate, new NamedTensors(tensors));
  }

  void setState(OptimizerState state) {
    state.slots().requireSameStructure(state().slots(), "the optimizer's slots");
    iterations = state.iterations();
    learningRate = state.learningRate();
    for (Parameter parameter : parameters) {
      own(parameter)
          .forEach((slot, values) ->
              Doubles.copy(state.slots().get(parameter.name + "/" + slot), values));
    }
  }
}

package dev.plenum.tck.reference;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An update rule with what it remembers: its slots, the number of updates, the learning rate. */
final class ReferenceOptimizer {
  private final UpdateRule rule;
  private final List<Parameter> parameters;
  /** By parameter and slot, as in {@code conv2d/kernel} and {@code m}. */
  private final Map<String, Map<String, double[]>> slots = new LinkedHashMap<>();

  private double learningRate;
  private long iterations;

  ReferenceOptimizer(OptimizerSpec spec, UpdateRule rule, List<Parameter> parameters) {
    this.rule = rule;
    this.parameters = parameters;
    this.learningRate = spec.learningRate();
    for (Parameter parameter : parameters) {
      Map<String, double[]> own = new LinkedHashMap<>();
      spec.slots().forEach(slot -> own.put(slot, new double[parameter.values.length]));
      slots.put(parameter.name, own);
    }
  }

  /** Changes every parameter by its gradient. */
  void update() {
    iterations++;
    for (Parameter parameter : parameters) {
      rule.update(parameter.values, parameter.gradient, own(parameter), learningRate, iterations);
    }
  }

  private Map<String, double[]> own(Parameter parameter) {
    return slots.getOrDefault(parameter.name, Map.of());
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

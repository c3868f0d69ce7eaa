package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.List;
import java.util.Optional;

/**
 * One update after another, in Keras's order: regularizers add to the gradients, these are clipped, weights
 * decay, the optimizer's formula changes them, their averages follow.
 */
public final class ParameterUpdate {
  private final List<Runnable> regularization;
  private final Runnable clipping;
  private final WeightDecay decay;
  private final UpdateRule rule;
  private final Optional<MovingAverages> averages;

  /**
   * Binds the arrays, with the optimizer's own formula.
   *
   * @param parameters what is trained, in the order in which it lies in the arrays
   */
  public ParameterUpdate(
      OptimizerSpec spec, List<TrainedParameter> parameters, OptimizerArrays arrays) {
    this(
        spec.options(),
        parameters,
        arrays,
        parameters.isEmpty() ? (rate, iteration) -> {} : UpdateRule.of(spec, arrays));
  }

  /**
   * Binds the arrays.
   *
   * @param parameters what is trained, in the order in which it lies in the arrays
   * @param rule the optimizer's formula
   */
  public ParameterUpdate(
      UpdateOptions options,
      List<TrainedParameter> parameters,
      OptimizerArrays arrays,
      UpdateRule rule) {
    this.rule = rule;
    regularization = Regularization.of(parameters, arrays);
    clipping = GradientClipping.of(options.clipping(), parameters);
    decay = new WeightDecay(options, parameters, arrays);
    averages = options.emaMomentum().map(momentum -> new MovingAverages(momentum, arrays));
  }

  /**
   * Makes one update.
   *
   * @param learningRate lr
   * @param iteration t, the number of this update, from 1
   */
  public void run(double learningRate, long iteration) {
    regularization.forEach(Runnable::run);
    clipping.run();
    decay.run(learningRate);
    rule.update(learningRate, iteration);
    averages.ifPresent(following -> following.run(iteration));
  }
}

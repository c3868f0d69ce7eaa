package dev.plenum.api.optimizer;

import java.util.List;

/**
 * Stochastic gradient descent, with classical or Nesterov momentum in Keras's form. With gradient g:
 *
 * <pre>
 * w ← w − lr · g                                (momentum 0)
 * u ← μ u − lr · g,  w ← w + u                  (momentum μ)
 * u ← μ u − lr · g,  w ← w + μ u − lr · g       (Nesterov)
 * </pre>
 *
 * @param learningRate lr, greater than 0
 * @param momentum μ, in [0, 1)
 * @param nesterov whether the momentum looks ahead; needs a momentum
 * @param options what it does beside that
 */
public record Sgd(double learningRate, double momentum, boolean nesterov, UpdateOptions options)
    implements OptimizerSpec {

  /**
   * Checks the values.
   *
   * @param learningRate lr, greater than 0
   * @param momentum μ, in [0, 1)
   * @param nesterov whether the momentum looks ahead; needs a momentum
   * @param options what it does beside that
   * @throws IllegalArgumentException if one is out of its range, or Nesterov has no momentum
   */
  public Sgd {
    OptimizerParameter.positive("sgd", "the learning rate", learningRate);
    OptimizerParameter.fraction("sgd", "the momentum", momentum);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("sgd: Nesterov needs a momentum greater than 0");
    }
  }

  /**
   * Without options.
   *
   * @param learningRate lr, greater than 0
   * @param momentum μ, in [0, 1)
   * @param nesterov whether the momentum looks ahead; needs a momentum
   */
  public Sgd(double learningRate, double momentum, boolean nesterov) {
    this(learningRate, momentum, nesterov, UpdateOptions.NONE);
  }

  /** {@return an optimizer with Keras's defaults: lr 0.01, no momentum} */
  public static Sgd defaults() {
    return new Sgd(0.01, 0, false, UpdateOptions.NONE);
  }

  /**
   * {@return the same optimizer with this momentum}
   *
   * @param momentum μ, in [0, 1); 0 for none, which Nesterov's does not allow
   */
  public Sgd momentum(double momentum) {
    return new Sgd(learningRate, momentum, nesterov, options);
  }

  /**
   * {@return the same optimizer with Nesterov's momentum, or without}
   *
   * @param nesterov whether the momentum looks ahead; needs a momentum, which is to be set before
   */
  public Sgd nesterov(boolean nesterov) {
    return new Sgd(learningRate, momentum, nesterov, options);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public Sgd learningRate(double learningRate) {
    return new Sgd(learningRate, momentum, nesterov, options);
  }

  @Override
  public Sgd options(UpdateOptions options) {
    return new Sgd(learningRate, momentum, nesterov, options);
  }

  @Override
  public List<String> slots() {
    return momentum > 0 ? List.of("u") : List.of();
  }
}

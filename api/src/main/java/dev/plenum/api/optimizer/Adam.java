package dev.plenum.api.optimizer;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015) in Keras's form, whose ε is the paper's "epsilon hat". With gradient g
 * at step t = 1, 2, …:
 *
 * <pre>
 * m ← m + (1 − β₁)(g − m)
 * v ← v + (1 − β₂)(g² − v)
 * w ← w − lr · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)
 * </pre>
 *
 * @param learningRate lr, greater than 0
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε, greater than 0
 * @param options what it does beside that
 */
public record Adam(
    double learningRate, double beta1, double beta2, double epsilon, UpdateOptions options)
    implements OptimizerSpec {

  /**
   * Checks the values.
   *
   * @param learningRate lr, greater than 0
   * @param beta1 β₁, in [0, 1)
   * @param beta2 β₂, in [0, 1)
   * @param epsilon ε, greater than 0
   * @param options what it does beside that
   * @throws IllegalArgumentException if one is out of its range
   */
  public Adam {
    OptimizerParameter.positive("adam", "the learning rate", learningRate);
    OptimizerParameter.fraction("adam", "beta1", beta1);
    OptimizerParameter.fraction("adam", "beta2", beta2);
    OptimizerParameter.positive("adam", "epsilon", epsilon);
  }

  /**
   * Without options.
   *
   * @param learningRate lr, greater than 0
   * @param beta1 β₁, in [0, 1)
   * @param beta2 β₂, in [0, 1)
   * @param epsilon ε, greater than 0
   */
  public Adam(double learningRate, double beta1, double beta2, double epsilon) {
    this(learningRate, beta1, beta2, epsilon, UpdateOptions.NONE);
  }

  /** {@return an optimizer with Keras's defaults: lr 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7} */
  public static Adam defaults() {
    return new Adam(0.001, 0.9, 0.999, 1e-7, UpdateOptions.NONE);
  }

  /**
   * {@return the same optimizer with this β₁}
   *
   * @param beta1 the share of m that a step keeps, in [0, 1)
   */
  public Adam beta1(double beta1) {
    return new Adam(learningRate, beta1, beta2, epsilon, options);
  }

  /**
   * {@return the same optimizer with this β₂}
   *
   * @param beta2 the share of v that a step keeps, in [0, 1)
   */
  public Adam beta2(double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon, options);
  }

  /**
   * {@return the same optimizer with this ε}
   *
   * @param epsilon is added to √v; greater than 0
   */
  public Adam epsilon(double epsilon) {
    return new Adam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public Adam learningRate(double learningRate) {
    return new Adam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public Adam options(UpdateOptions options) {
    return new Adam(learningRate, beta1, beta2, epsilon, options);
  }

  @Override
  public List<String> slots() {
    return List.of("m", "v");
  }
}

package dev.plenum.api.optimizer;

import java.util.ArrayList;
import java.util.List;

/**
 * RMSprop (Tieleman and Hinton, 2012) in Keras's form, with ε inside the root. With gradient g:
 *
 * <pre>
 * v ← ρ v + (1 − ρ) g²
 * a ← ρ a + (1 − ρ) g              (centered only; else a = 0)
 * d = g / √(v − a² + ε)
 * w ← w − lr · d                   (momentum 0)
 * b ← μ b + lr · d,  w ← w − b     (momentum μ)
 * </pre>
 *
 * @param learningRate lr, greater than 0
 * @param rho ρ, in [0, 1)
 * @param momentum μ, in [0, 1)
 * @param epsilon ε, greater than 0
 * @param centered whether the variance is used instead of the mean square
 * @param options what it does beside that
 */
public record RMSprop(
    double learningRate,
    double rho,
    double momentum,
    double epsilon,
    boolean centered,
    UpdateOptions options)
    implements OptimizerSpec {

  /**
   * Checks the values.
   *
   * @param learningRate lr, greater than 0
   * @param rho ρ, in [0, 1)
   * @param momentum μ, in [0, 1)
   * @param epsilon ε, greater than 0
   * @param centered whether the variance is used instead of the mean square
   * @param options what it does beside that
   * @throws IllegalArgumentException if one is out of its range
   */
  public RMSprop {
    OptimizerParameter.positive("rmsprop", "the learning rate", learningRate);
    OptimizerParameter.fraction("rmsprop", "rho", rho);
    OptimizerParameter.fraction("rmsprop", "the momentum", momentum);
    OptimizerParameter.positive("rmsprop", "epsilon", epsilon);
  }

  /**
   * Without options.
   *
   * @param learningRate lr, greater than 0
   * @param rho ρ, in [0, 1)
   * @param momentum μ, in [0, 1)
   * @param epsilon ε, greater than 0
   * @param centered whether the variance is used instead of the mean square
   */
  public RMSprop(
      double learningRate, double rho, double momentum, double epsilon, boolean centered) {
    this(learningRate, rho, momentum, epsilon, centered, UpdateOptions.NONE);
  }

  /** {@return an optimizer with Keras's defaults: lr 0.001, ρ 0.9, no momentum, ε 1e-7, not centered} */
  public static RMSprop defaults() {
    return new RMSprop(0.001, 0.9, 0, 1e-7, false, UpdateOptions.NONE);
  }

  /**
   * {@return the same optimizer with this ρ}
   *
   * @param rho the share of v, and of a, that a step keeps, in [0, 1)
   */
  public RMSprop rho(double rho) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /**
   * {@return the same optimizer with this ε}
   *
   * @param epsilon is added under the root; greater than 0
   */
  public RMSprop epsilon(double epsilon) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /**
   * {@return the same optimizer with this momentum}
   *
   * @param momentum μ, in [0, 1); 0 for none
   */
  public RMSprop momentum(double momentum) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  /**
   * {@return the same optimizer, centered or not}
   *
   * @param centered whether the variance is used instead of the mean square
   */
  public RMSprop centered(boolean centered) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public RMSprop learningRate(double learningRate) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public RMSprop options(UpdateOptions options) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered, options);
  }

  @Override
  public List<String> slots() {
    List<String> slots = new ArrayList<>(List.of("v"));
    if (centered) {
      slots.add("a");
    }
    if (momentum > 0) {
      slots.add("b");
    }
    return List.copyOf(slots);
  }
}

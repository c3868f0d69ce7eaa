package dev.plenum.api.optimizer;

import java.util.List;

/** What an optimizer is: immutable, and valid once made. The formulas are Keras's. */
public sealed interface OptimizerSpec permits Adam, RMSprop, Sgd {

  /** {@return Keras's name: {@code adam}} */
  String name();

  /** {@return the step size that training starts with} */
  double learningRate();

  /**
   * {@return the same optimizer with this learning rate}
   *
   * @param learningRate the step size that training starts with, greater than 0
   */
  OptimizerSpec learningRate(double learningRate);

  /**
   * {@return the names of the arrays that its formula keeps for each parameter, all of the parameter's
   * shape and 0 at the start: {@code m} and {@code v} for Adam}
   */
  List<String> slots();

  /** {@return what it does beside its formula: clipping, weight decay, averages} */
  UpdateOptions options();

  /**
   * {@return the same optimizer with these options}
   *
   * @param options what it does beside its formula, in place of what it did until now
   */
  OptimizerSpec options(UpdateOptions options);
}

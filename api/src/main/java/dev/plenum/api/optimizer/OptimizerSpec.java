package dev.plenum.api.optimizer;

import java.util.List;

/** What an optimizer is: immutable, and valid once made. The formulas are Keras's. */
public sealed interface OptimizerSpec permits Adam, RMSprop, Sgd {

  /** Keras's name: {@code adam}. */
  String name();

  /** The step size that training starts with. */
  double learningRate();

  /** The same with this learning rate. */
  OptimizerSpec learningRate(double learningRate);

  /**
   * The names of the arrays that its formula keeps for each parameter, all of the parameter's shape and 0
   * at the start: {@code m} and {@code v} for Adam.
   */
  List<String> slots();

  /** What it does beside its formula: clipping, weight decay, averages. */
  UpdateOptions options();

  /** The same with these options. */
  OptimizerSpec options(UpdateOptions options);
}

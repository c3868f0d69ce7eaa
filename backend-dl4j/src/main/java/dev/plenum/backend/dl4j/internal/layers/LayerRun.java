package dev.plenum.backend.dl4j.internal.layers;

/** A layer at work on batches of one size, between arrays that are given to it when it is made. */
public interface LayerRun {

  /**
   * Computes the output.
   *
   * @param step the global step, which keys the dropout masks
   */
  void forward(long step);

  /**
   * Computes the gradients of the parameters and, where it is wanted, of the input. May use the
   * output and its gradient as scratch.
   */
  void backward();
}

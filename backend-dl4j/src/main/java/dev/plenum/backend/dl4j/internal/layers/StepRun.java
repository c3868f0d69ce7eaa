package dev.plenum.backend.dl4j.internal.layers;

/** A step of a plan at work on batches of one size, between arrays that are given to it when it is made. */
public interface StepRun {

  /**
   * Computes the output.
   *
   * @param step the global step, which keys the dropout masks
   */
  void forward(long step);

  /**
   * Computes the gradients of the parameters and, where they are wanted, of the inputs. May use the
   * output and its gradient as scratch, but not the inputs: others may still read them.
   */
  void backward();
}

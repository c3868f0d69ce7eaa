package dev.plenum.backend.purejava.internal.layers;

/**
 * A layer's forward and backward pass over a batch. It reads the maps of its input and writes those of
 * its output; backward it reads the gradient of its output (which it may overwrite), writes that of
 * its input, and those of its parameters.
 */
public interface LayerRun {

  /** Computes the output of the first {@code count} images. */
  void forward(int count);

  /** The same while training; {@code step} keys what is random. */
  default void forward(int count, long step) {
    forward(count);
  }

  /** Computes the gradients of the first {@code count} images; after a training forward pass. */
  void backward(int count);
}

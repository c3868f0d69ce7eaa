package dev.plenum.backend.purejava.internal.layers;

/**
 * The way back of an {@link ImageRun}. It reads the gradient of the layer's output (which it may
 * overwrite), writes that of its input, and adds to the sums for those of its parameters. These sums
 * are kept in {@link Slots}.
 */
interface ImageBackward {

  /** Takes the parameters as they are now; before the images of a batch. */
  default void prepare() {}

  /** Into how many slots a batch may be cut at most. */
  default int maxSlots() {
    return Slots.MAX_COUNT;
  }

  /** Begins a slot's sums. */
  default void clear(int slot) {}

  /** Computes one image's gradients; after its forward pass in training. */
  void run(int image, int slot, int worker);

  /** Ends a slot's sums. */
  default void finish(int slot, int worker) {}

  /** Adds up the sums of the slots from 0 to {@code slots} − 1: the gradients of the parameters. */
  default void addSlots(int slots) {}
}

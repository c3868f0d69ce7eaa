package dev.plenum.backend.purejava.internal.layers;

/** Sums up the gradient of a convolution's kernel and bias, in {@link Slots}. */
interface KernelGradient {

  /** How many slots there are. */
  int slots();

  /** Begins a slot's sums. */
  void clear(int slot);

  /**
   * Adds an image to a slot.
   *
   * @param place where its gradient lies
   */
  void add(int image, int place, int slot, int worker);

  /** Ends a slot's sums. */
  default void finish(int slot, int worker) {}

  /** Adds up the first slots, to the gradients of the parameters. */
  void addSlots(int slots);
}

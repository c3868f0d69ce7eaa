package dev.plenum.tck;

/**
 * What a backend may lack and yet be of use, beside whole kinds of layer, see {@link
 * BackendConformance#unsupported}. Its tests are then skipped, with this as the reason.
 */
public enum Capability {
  /** It is found by {@link java.util.ServiceLoader} under its name. */
  DISCOVERY("being found by java.util.ServiceLoader"),
  /** Even kernels and strides whose padding cannot be split evenly. */
  UNEVEN_PADDING("padding with one more row at the bottom, or one more column to the right"),
  /** Vertical and horizontal strides may differ. */
  UNEQUAL_STRIDES("strides that differ between the vertical and the horizontal axis"),
  /** Kernels whose taps are several pixels apart. */
  DILATION("dilated convolutions"),
  /** Pools whose windows reach over the border. */
  PADDED_POOLS("pooling with padding 'same'"),
  /** Of exactly equal values in a pool the first, row by row, gets the gradient. */
  FIRST_OF_EQUAL_POOL_VALUES("passing a pool's gradient to the first of exactly equal values"),
  /** A NaN in an image is not lost in ReLU or max-pooling. */
  NAN_THROUGH_HIDDEN_LAYERS("carrying a NaN through ReLU and max-pooling to the loss"),
  /** {@link dev.plenum.api.optimizer.Sgd} with Nesterov. */
  NESTEROV_MOMENTUM("stochastic gradient descent with Nesterov's momentum"),
  /** {@link dev.plenum.api.optimizer.RMSprop} centered. */
  CENTERED_RMSPROP("RMSprop in its centered form"),
  /** The same model trained twice has the same bits. */
  REPEATABILITY("the same bits from the same seed"),
  /** Two threads may use two models at once. */
  CONCURRENT_MODELS("several models used by several threads at once");

  private final String description;

  Capability(String description) {
    this.description = description;
  }

  /** {@return what it is, in words that follow "the backend lacks"} */
  public String description() {
    return description;
  }
}

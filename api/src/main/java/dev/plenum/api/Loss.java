package dev.plenum.api;

/** What training makes small. */
public enum Loss {
  /**
   * The mean over the images of −ln p(label), with p the softmax of the network's logits. It is
   * computed from the logits, so that no probability can underflow.
   */
  SPARSE_CATEGORICAL_CROSSENTROPY
}

package dev.plenum.api.random;

/** What random numbers are for. Each purpose has numbers of its own, and names its coordinates. */
public enum Purpose {
  /** Initial weights; coordinates: layer, parameter; counter: element in Keras's layout. */
  INITIALISATION(1),
  /** Which images are set aside; no coordinates. */
  SPLIT(2),
  /** The order of an epoch's images; coordinate: epoch. */
  SHUFFLE(3),
  /** Dropped units; coordinates: layer, global step, position in the batch; counter: element in h, w, c order. */
  DROPOUT(4),
  /** Random changes of an image; coordinates: epoch, the image's index in the dataset. */
  AUGMENTATION(5),
  /** Generated data; coordinates: the generator's own. */
  GENERATION(6),
  /** What a search over recipes tries; coordinates: trial, the letters of the parameter's name. */
  SEARCH(7),
  /** What an image is mixed with; coordinates: epoch, the image's index in the dataset. */
  MIXUP(8),
  /** Whether an image is left out of an epoch; coordinates: epoch, the image's index in the dataset. */
  SKIPPING(9);

  private final long code;

  Purpose(long code) {
    this.code = code;
  }

  /** Part of the key; fixed for ever, unlike the ordinal. */
  long code() {
    return code;
  }
}

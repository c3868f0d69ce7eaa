package dev.plenum.tck.reference;

/**
 * The way of one sample through the network.
 *
 * @param training whether dropout layers drop and batches are normalised by their own statistics
 * @param step the global step, from 0
 * @param position the sample's position in its batch, from 0
 */
record Pass(boolean training, long step, int position) {

  /** A pass that trains, of the first sample. */
  static Pass training(long step) {
    return new Pass(true, step, 0);
  }

  /** A pass of the first sample that predicts. */
  static Pass predicting() {
    return new Pass(false, 0, 0);
  }

  /** The same of another sample. */
  Pass at(int position) {
    return new Pass(training, step, position);
  }
}

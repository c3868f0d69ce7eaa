package dev.plenum.tck.reference;

/**
 * The way of one sample through the network.
 *
 * @param training whether dropout layers drop
 * @param step the global step, from 0
 * @param position the sample's position in its batch, from 0
 */
record Pass(boolean training, long step, int position) {

  /** A pass that trains. */
  static Pass training(long step, int position) {
    return new Pass(true, step, position);
  }

  /** A pass without dropout. */
  static Pass predicting() {
    return new Pass(false, 0, 0);
  }
}

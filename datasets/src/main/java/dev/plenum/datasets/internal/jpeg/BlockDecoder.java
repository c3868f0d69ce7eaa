package dev.plenum.datasets.internal.jpeg;

/** Decodes the blocks of one component in one scan. */
interface BlockDecoder {
  Component component();

  /** Forgets the blocks before: a new restart interval begins. */
  void restart();

  /**
   * Decodes the next block.
   *
   * @param index where it is in the component
   */
  void decode(BitReader in, int index) throws JpegException;
}

package dev.plenum.datasets.internal.jpeg;

/** One of a frame's components (brightness, for example), and its samples as far as they are decoded. */
final class Component {
  private final ComponentHeader header;
  private final int width;
  private final int height;
  /** In blocks; whole MCUs, so that interleaved data have a place for their padding. */
  private final int stride;

  private final int rows;

  private final Progress progress = new Progress();
  private int[] quantization = new int[0];
  /** Of progressive frames, in rows of blocks of rows. */
  private short[] coefficients = new short[0];

  private byte[] samples = new byte[0];

  /**
   * Without room for samples yet.
   *
   * @param width in samples
   * @param height in samples
   * @param stride blocks in a row, padding included
   * @param rows of blocks, padding included
   */
  Component(ComponentHeader header, int width, int height, int stride, int rows) {
    this.header = header;
    this.width = width;
    this.height = height;
    this.stride = stride;
    this.rows = rows;
  }

  ComponentHeader header() {
    return header;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Those with samples of the picture. */
  int blocksInRow() {
    return (width + Block.SIDE - 1) / Block.SIDE;
  }

  /** Those with samples of the picture. */
  int blockRows() {
    return (height + Block.SIDE - 1) / Block.SIDE;
  }

  /** Of the block in a row and a column of blocks. */
  int indexOf(int row, int column) {
    return row * stride + column;
  }

  /** How much of the coefficients is there. */
  Progress progress() {
    return progress;
  }

  void makeRoomForSamples() {
    samples = new byte[stride * rows * Block.SIZE];
  }

  void makeRoomForCoefficients() {
    coefficients = new short[stride * rows * Block.SIZE];
  }

  /** Its table, in rows. The one that is there at its first scan counts. */
  void quantizeBy(int[] table) {
    if (quantization.length == 0) {
      quantization = table;
    }
  }

  int[] quantization() {
    return quantization;
  }

  /** Those of block i begin at 64 i. */
  short[] coefficients() {
    return coefficients;
  }

  /** Turns all coefficients into samples. */
  void transform(InverseDct transform) {
    makeRoomForSamples();
    int[] block = new int[Block.SIZE];
    for (int index = 0; index < stride * rows; index++) {
      for (int i = 0; i < Block.SIZE; i++) {
        block[i] = coefficients[index * Block.SIZE + i] * quantization[i];
      }
      put(index, block, transform);
    }
    coefficients = new short[0];
  }

  /**
   * Turns a block into samples.
   *
   * @param block its coefficients, times their steps, in rows
   */
  void put(int index, int[] block, InverseDct transform) {
    int row = index / stride;
    int column = index % stride;
    transform.transform(
        block, samples, (row * stride * Block.SIDE + column) * Block.SIDE, rowLength());
  }

  byte[] samples() {
    return samples;
  }

  /** From a sample to the one below. */
  int rowLength() {
    return stride * Block.SIDE;
  }
}

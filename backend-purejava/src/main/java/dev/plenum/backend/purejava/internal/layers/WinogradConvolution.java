package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * Winograd's convolution with a kernel of 3 × 3 or 5 × 5 and stride 1: tiles of 2 × 2 windows at a
 * time, by 16 instead of 36, or 36 instead of 100 multiplications for each pair of channels.
 *
 * <p>A band is some rows of tiles. Their inputs are transformed along the columns, all pixels of the
 * rows at once, so that overlapping tiles share the work. For each of the n rows that this gives, they
 * are transformed along the row, to n matrices of tiles × channels; each is multiplied by its matrix
 * of transformed kernel values; and the products are transformed back along the row. At last they are
 * transformed back along the columns, to two rows of sums for each row of tiles.
 */
final class WinogradConvolution implements Convolution {
  /** With fewer channels the transforms take longer than the multiplications that they save. */
  static final int MIN_CHANNELS = 16;

  /** Windows of a tile, down and across. */
  private static final int TILE = 2;

  /** Tiles to multiply at a time, about: each reads all of the transformed kernel, which lies in the
   * second-level cache. */
  private static final int TILES = 28;

  /** Columns of the transformed kernel that a unit computes. */
  private static final int COLUMNS_PER_UNIT = 512;

  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final float[] kernel;
  private final int outputs;
  private final float[] start;
  private final Workers workers;
  private final Winograd winograd;
  /** n: the inputs of a tile along one side. */
  private final int size;

  /** Tiles of a row. */
  private final int tiles;
  /** Rows of tiles, in all and in a band. */
  private final int tileRows;

  private final int tileRowsOfBand;
  private final int bandTiles;
  /** Input channels rounded up to whole vectors. */
  private final int padded;
  /** From one row of half-transformed inputs to the next. */
  private final int pitch;

  private final float[] filterTransform;
  /** [n × n][input channel][padded output], from a cache line's start. */
  private final float[] transformedKernel;

  private final float[] zeros;
  private final float[][] halfInputs;
  private final float[][] inputs;
  private final float[][] products;
  private final float[][] halfOutputs;
  private final Phase transformKernel = this::transformKernel;

  WinogradConvolution(
      ConvGeometry geometry,
      FeatureMaps input,
      float[] kernel,
      int outputs,
      float[] start,
      Workers workers) {
    this.geometry = geometry;
    this.input = input;
    this.kernel = kernel;
    this.outputs = outputs;
    this.start = start;
    this.workers = workers;
    winograd = workers.kernels().winograd();
    size = geometry.height() + TILE - 1;
    tiles = (geometry.columns() + TILE - 1) / TILE;
    tileRows = (geometry.rows() + TILE - 1) / TILE;
    tileRowsOfBand = Math.min(tileRows, (TILES + tiles - 1) / tiles);
    bandTiles = tileRowsOfBand * tiles;
    padded = Gemm.padded(input.channels());
    int pixels = tiles * TILE + size - TILE;
    pitch = Gemm.padded(pixels * input.channels()) + Gemm.COLUMNS;
    filterTransform = Winograd.filterTransform(size);
    transformedKernel = Aligned.array(size * size * input.channels() * outputs);
    zeros = new float[Math.max(COLUMNS_PER_UNIT, bandTiles * outputs)];
    halfInputs = workers.scratch(tileRowsOfBand * size * pitch);
    inputs = workers.scratch(size * bandTiles * padded);
    products = workers.scratch(size * bandTiles * outputs);
    halfOutputs = workers.scratch(size * TILE * bandTiles * outputs);
  }

  @Override
  public int bandRows() {
    return tileRowsOfBand * TILE;
  }

  @Override
  public int rowLength() {
    return tiles * TILE * outputs;
  }

  @Override
  public int windowStep() {
    return outputs;
  }

  @Override
  public void prepare() {
    int columns = input.channels() * outputs;
    workers.run((columns + COLUMNS_PER_UNIT - 1) / COLUMNS_PER_UNIT, transformKernel);
  }

  /** The kernel is a matrix of taps × (input channel, output), the transform a factor before it. */
  private void transformKernel(int unit, int worker) {
    int taps = geometry.height() * geometry.width();
    int columns = input.channels() * outputs;
    int first = unit * COLUMNS_PER_UNIT;
    workers
        .gemm(worker)
        .multiplyAdd(
            size * size,
            Math.min(COLUMNS_PER_UNIT, columns - first),
            taps,
            filterTransform,
            0,
            taps,
            1,
            kernel,
            first,
            columns,
            zeros,
            0,
            0,
            transformedKernel,
            Aligned.START + first,
            columns);
  }

  @Override
  public void sum(int image, int row, int worker, float[] sums, int offset) {
    int rows = Math.min(tileRowsOfBand, tileRows - row / TILE);
    for (int r = 0; r < rows; r++) {
      transformColumns(image, row, r, worker);
    }
    for (int i = 0; i < size; i++) {
      for (int r = 0; r < rows; r++) {
        transformRow(i, r, worker);
      }
      multiply(i, rows * tiles, worker);
      transformRowsBack(i, rows * tiles, worker);
    }
    for (int r = 0; r < rows; r++) {
      transformColumnsBack(r, worker, sums, offset);
    }
  }

  /** Transforms the inputs of one row of tiles, where that of the band's first begins at {@code row}. */
  private void transformColumns(int image, int row, int tileRow, int worker) {
    int inputRow = row + tileRow * TILE + geometry.firstRow();
    winograd.transformInput(
        size,
        1,
        pitch - Gemm.COLUMNS,
        input.data(),
        input.index(image, inputRow, geometry.firstColumn()),
        0,
        input.rowStride(),
        halfInputs[worker],
        Aligned.START + tileRow * size * pitch,
        0,
        pitch);
  }

  private void transformRow(int i, int tileRow, int worker) {
    winograd.transformInput(
        size,
        tiles,
        padded,
        halfInputs[worker],
        Aligned.START + (tileRow * size + i) * pitch,
        TILE * input.channels(),
        input.channels(),
        inputs[worker],
        Aligned.START + tileRow * tiles * padded,
        padded,
        bandTiles * padded);
  }

  private void multiply(int i, int count, int worker) {
    int depth = input.channels();
    for (int j = 0; j < size; j++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              count,
              outputs,
              depth,
              inputs[worker],
              Aligned.START + j * bandTiles * padded,
              padded,
              1,
              transformedKernel,
              Aligned.START + (i * size + j) * depth * outputs,
              outputs,
              zeros,
              0,
              0,
              products[worker],
              Aligned.START + j * bandTiles * outputs,
              outputs);
    }
  }

  private void transformRowsBack(int i, int count, int worker) {
    int matrix = bandTiles * outputs;
    winograd.transformOutput(
        size,
        1,
        count * outputs,
        products[worker],
        Aligned.START,
        0,
        matrix,
        zeros,
        halfOutputs[worker],
        Aligned.START + i * TILE * matrix,
        0,
        matrix);
  }

  private void transformColumnsBack(int tileRow, int worker, float[] sums, int offset) {
    int matrix = bandTiles * outputs;
    for (int j = 0; j < TILE; j++) {
      winograd.transformOutput(
          size,
          tiles,
          outputs,
          halfOutputs[worker],
          Aligned.START + j * matrix + tileRow * tiles * outputs,
          outputs,
          TILE * matrix,
          start,
          sums,
          offset + tileRow * TILE * rowLength() + j * outputs,
          TILE * outputs,
          rowLength());
    }
  }
}

package dev.plenum.backend.purejava.internal.layers;

import static dev.plenum.backend.purejava.internal.kernels.Winograd.SIZE;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * Winograd's convolution with a kernel of 3 × 3 or 5 × 5 and stride 1: tiles of 4 × 4 or
 * 2 × 2 windows at a time, by 36 instead of 144 or 100 multiplications for each pair of channels.
 *
 * <p>A band is some rows of tiles. Their inputs are transformed along the columns, all pixels of the
 * rows at once, so that overlapping tiles share the work. For each of the 6 rows that this gives, they
 * are transformed along the row, to 6 matrices of tiles × channels; each is multiplied by its matrix
 * of transformed kernel values; and the products are transformed back along the row. At last they are
 * transformed back along the columns, to the rows of sums of each row of tiles.
 */
final class WinogradConvolution implements Convolution {
  /** With fewer channels the transforms take longer than the multiplications that they save. */
  static final int MIN_CHANNELS = 16;

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
  /** Windows of a tile, down and across. */
  private final int tile;

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
  /** [6 × 6][input channel][padded output], from a cache line's start. */
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
    tile = Winograd.outputs(geometry.height());
    tiles = (geometry.columns() + tile - 1) / tile;
    tileRows = (geometry.rows() + tile - 1) / tile;
    tileRowsOfBand = Math.min(tileRows, (TILES + tiles - 1) / tiles);
    bandTiles = tileRowsOfBand * tiles;
    padded = Gemm.padded(input.channels());
    int pixels = tiles * tile + SIZE - tile;
    pitch = Gemm.padded(pixels * input.channels()) + Gemm.COLUMNS;
    filterTransform = Winograd.filterTransform(geometry.height());
    transformedKernel = Aligned.array(SIZE * SIZE * input.channels() * outputs);
    zeros = new float[Math.max(COLUMNS_PER_UNIT, bandTiles * outputs)];
    halfInputs = workers.scratch(tileRowsOfBand * SIZE * pitch);
    inputs = workers.scratch(SIZE * bandTiles * padded);
    products = workers.scratch(SIZE * bandTiles * outputs);
    halfOutputs = workers.scratch(SIZE * tile * bandTiles * outputs);
  }

  @Override
  public int bandRows() {
    return tileRowsOfBand * tile;
  }

  @Override
  public int rowLength() {
    return tiles * tile * outputs;
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
            SIZE * SIZE,
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
    int rows = Math.min(tileRowsOfBand, tileRows - row / tile);
    for (int r = 0; r < rows; r++) {
      transformColumns(image, row, r, worker);
    }
    for (int i = 0; i < SIZE; i++) {
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
    int inputRow = row + tileRow * tile + geometry.firstRow();
    winograd.transformInput(
        1,
        pitch - Gemm.COLUMNS,
        input.data(),
        input.index(image, inputRow, geometry.firstColumn()),
        0,
        input.rowStride(),
        halfInputs[worker],
        Aligned.START + tileRow * SIZE * pitch,
        0,
        pitch);
  }

  private void transformRow(int i, int tileRow, int worker) {
    winograd.transformInput(
        tiles,
        padded,
        halfInputs[worker],
        Aligned.START + (tileRow * SIZE + i) * pitch,
        tile * input.channels(),
        input.channels(),
        inputs[worker],
        Aligned.START + tileRow * tiles * padded,
        padded,
        bandTiles * padded);
  }

  private void multiply(int i, int count, int worker) {
    int depth = input.channels();
    for (int j = 0; j < SIZE; j++) {
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
              Aligned.START + (i * SIZE + j) * depth * outputs,
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
        tile,
        1,
        count * outputs,
        products[worker],
        Aligned.START,
        0,
        matrix,
        zeros,
        halfOutputs[worker],
        Aligned.START + i * tile * matrix,
        0,
        matrix);
  }

  private void transformColumnsBack(int tileRow, int worker, float[] sums, int offset) {
    int matrix = bandTiles * outputs;
    for (int j = 0; j < tile; j++) {
      winograd.transformOutput(
          tile,
          tiles,
          outputs,
          halfOutputs[worker],
          Aligned.START + j * matrix + tileRow * tiles * outputs,
          outputs,
          tile * matrix,
          start,
          sums,
          offset + tileRow * tile * rowLength() + j * outputs,
          tile * outputs,
          rowLength());
    }
  }
}

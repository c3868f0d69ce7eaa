package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * Winograd's convolution with a kernel of 3 × 3 or 5 × 5 and stride 1: tiles of 2 × 2 windows at a
 * time, by 16 instead of 36, or 36 instead of 100 multiplications for each pair of channels.
 *
 * <p>A band is a row of tiles. Its inputs are transformed along the columns, all pixels of the rows at
 * once, so that overlapping tiles share the work. For each of the n rows that this gives, they are
 * transformed along the row, to n matrices of tiles × channels; each is multiplied by its matrix of
 * transformed kernel values; and the products are transformed back along the row, all while they are
 * in the first-level cache. At last they are transformed back along the columns, to two rows of sums.
 */
final class WinogradConvolution implements Convolution {
  /** With fewer channels the transforms take longer than the multiplications that they save. */
  static final int MIN_CHANNELS = 16;

  /** Windows of a tile, down and across. */
  static final int TILE = 2;

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

  private final int tiles;
  /** Input channels rounded up to whole vectors. */
  private final int padded;
  /** From one row of half-transformed inputs to the next. */
  private final int pitch;

  private final float[] filterTransform;
  /** [n × n][input channel][padded output], from a cache line's start. */
  private final float[] transformedKernel;
  /** What the sums of one row start from. */
  private final float[] startRow;

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
    padded = Gemm.padded(input.channels());
    int pixels = tiles * TILE + size - TILE;
    pitch = Gemm.padded(pixels * input.channels()) + Gemm.COLUMNS;
    filterTransform = Winograd.filterTransform(size);
    transformedKernel = new float[FeatureMaps.ALIGNED + size * size * input.channels() * outputs];
    startRow = new float[rowLength()];
    zeros = new float[Math.max(COLUMNS_PER_UNIT, outputs)];
    halfInputs = workers.scratch(size * pitch);
    inputs = workers.scratch(size * tiles * padded);
    products = workers.scratch(size * tiles * outputs);
    halfOutputs = workers.scratch(size * TILE * tiles * outputs);
  }

  @Override
  public int bandRows() {
    return TILE;
  }

  @Override
  public int rowLength() {
    return tiles * TILE * outputs;
  }

  @Override
  public void prepare() {
    for (int window = 0; window < tiles * TILE; window++) {
      System.arraycopy(start, 0, startRow, window * outputs, outputs);
    }
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
            FeatureMaps.ALIGNED + first,
            columns);
  }

  @Override
  public void sum(int image, int row, int worker, float[] sums, int offset) {
    transformColumns(image, row, worker);
    for (int i = 0; i < size; i++) {
      transformRow(i, worker);
      multiply(i, worker);
      transformRowBack(i, worker);
    }
    transformColumnsBack(worker, sums, offset);
    addStart(sums, offset);
  }

  private void transformColumns(int image, int row, int worker) {
    winograd.transformInput(
        size,
        1,
        pitch - Gemm.COLUMNS,
        input.data(),
        input.index(image, row + geometry.firstRow(), geometry.firstColumn()),
        0,
        input.rowStride(),
        halfInputs[worker],
        0,
        0,
        pitch);
  }

  private void transformRow(int i, int worker) {
    winograd.transformInput(
        size,
        tiles,
        padded,
        halfInputs[worker],
        i * pitch,
        TILE * input.channels(),
        input.channels(),
        inputs[worker],
        0,
        padded,
        tiles * padded);
  }

  private void multiply(int i, int worker) {
    int depth = input.channels();
    for (int j = 0; j < size; j++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              tiles,
              outputs,
              depth,
              inputs[worker],
              j * tiles * padded,
              padded,
              1,
              transformedKernel,
              FeatureMaps.ALIGNED + (i * size + j) * depth * outputs,
              outputs,
              zeros,
              0,
              0,
              products[worker],
              j * tiles * outputs,
              outputs);
    }
  }

  private void transformRowBack(int i, int worker) {
    int matrix = tiles * outputs;
    winograd.transformOutput(
        size,
        1,
        matrix,
        products[worker],
        0,
        0,
        matrix,
        halfOutputs[worker],
        i * TILE * matrix,
        0,
        matrix);
  }

  private void transformColumnsBack(int worker, float[] sums, int offset) {
    int matrix = tiles * outputs;
    for (int j = 0; j < TILE; j++) {
      winograd.transformOutput(
          size,
          tiles,
          outputs,
          halfOutputs[worker],
          j * matrix,
          outputs,
          TILE * matrix,
          sums,
          offset + j * outputs,
          TILE * outputs,
          rowLength());
    }
  }

  private void addStart(float[] sums, int offset) {
    for (int i = 0; i < TILE; i++) {
      add(startRow, sums, offset + i * rowLength());
    }
  }

  private static void add(float[] from, float[] to, int offset) {
    for (int i = 0; i < from.length; i++) {
      to[offset + i] += from[i];
    }
  }
}

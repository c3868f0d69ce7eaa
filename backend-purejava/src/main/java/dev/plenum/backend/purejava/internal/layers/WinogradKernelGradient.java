package dev.plenum.backend.purejava.internal.layers;

import static dev.plenum.backend.purejava.internal.kernels.Winograd.SIZE;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The gradient of a kernel of 3 × 3 or 5 × 5 with stride 1, by Winograd's minimal filtering the other way
 * round: where outputs = Aᵀ((G kernel) ⊙ (Bᵀ inputs)), the kernel's gradient is Gᵀ((A gradient) ⊙ (Bᵀ
 * inputs)), summed over all tiles. The sum over the tiles is a matrix product for each of the 6 × 6
 * elements of a tile; Gᵀ comes last, once for all images. That takes 36 multiplications instead of 144, or
 * of 100.
 */
final class WinogradKernelGradient implements KernelGradient {
  /**
   * Tiles to multiply at a time, about, of one or several images: their transforms lie in the second-level
   * cache, and all sums are loaded and stored once for them.
   */
  private static final int TILES = 32;

  private static final int COLUMNS_PER_UNIT = 512;

  private final FeatureMaps input;
  private final FeatureMaps gradient;
  private final ConvGeometry geometry;
  private final Parameter kernel;
  private final Parameter bias;
  private final Workers workers;
  private final Winograd winograd;
  private final Elementwise elementwise;
  /** Windows of a tile, down and across. */
  private final int tile;

  private final int tiles;
  private final int tileRows;
  private final int rowsOfBand;
  /** Tiles that there is room for. */
  private final int bandTiles;
  /** For each worker, how many of them are transformed, but not multiplied yet. */
  private final int[] filled;

  private final int paddedInputs;
  private final int outputs;
  /** Half-transformed rows of inputs and of gradients, and from one to the next. */
  private final float[][] halfInputs;

  private final int inputPitch;
  private final float[][] halfGradients;
  private final int gradientPitch;
  /** [6 × 6][tile][padded channel]. */
  private final float[][] inputs;

  private final float[][] gradients;
  /** [6 × 6][input channel][padded output]. */
  private final SlotSums sums;

  private final float[] total;
  private final float[] filterTransform;
  private final Phase finish = this::finishColumns;
  private int used;

  WinogradKernelGradient(
      ConvForward convolution, FeatureMaps input, FeatureMaps gradient, Workers workers) {
    this.input = input;
    this.gradient = gradient;
    this.workers = workers;
    geometry = convolution.geometry();
    kernel = convolution.kernel();
    bias = convolution.bias();
    winograd = workers.kernels().winograd();
    elementwise = workers.kernels().elementwise();
    tile = Winograd.outputs(geometry.height());
    tiles = (geometry.columns() + tile - 1) / tile;
    tileRows = (geometry.rows() + tile - 1) / tile;
    rowsOfBand = Math.min(tileRows, (TILES + tiles - 1) / tiles);
    bandTiles = Math.max(1, TILES / (tileRows * tiles)) * rowsOfBand * tiles;
    filled = new int[workers.threads()];
    paddedInputs = Gemm.padded(input.channels());
    outputs = kernel.stride();
    int pixels = tiles * tile + SIZE - tile;
    inputPitch = Gemm.padded(pixels * input.channels()) + Gemm.COLUMNS;
    halfInputs = workers.scratch(SIZE * inputPitch);
    gradientPitch = Gemm.padded(tiles * tile * gradient.channels()) + Gemm.COLUMNS;
    halfGradients = workers.scratch(SIZE * gradientPitch);
    inputs = workers.scratch(SIZE * SIZE * bandTiles * paddedInputs);
    gradients = workers.scratch(SIZE * SIZE * bandTiles * outputs);
    int sumsSize = SIZE * SIZE * input.channels() * outputs;
    sums = new SlotSums(sumsSize, outputs);
    total = new float[sumsSize];
    filterTransform = Winograd.filterTransform(geometry.height());
  }

  /** Whether it can be used. */
  static boolean suits(ConvGeometry geometry, FeatureMaps input, Parameter kernel) {
    return Convolution.usesWinograd(geometry, input.channels())
        && kernel.columns() >= WinogradConvolution.MIN_CHANNELS;
  }

  @Override
  public int slots() {
    return sums.slots();
  }

  @Override
  public void clear(int slot) {
    sums.clear(slot);
  }

  @Override
  public void add(int image, int place, int slot, int worker) {
    for (int row = 0; row < tileRows; row += rowsOfBand) {
      int rows = Math.min(rowsOfBand, tileRows - row);
      if (filled[worker] + rows * tiles > bandTiles) {
        finish(slot, worker);
      }
      for (int r = row; r < row + rows; r++) {
        transformInputs(image, r, worker);
        transformGradients(place, r, worker);
        filled[worker] += tiles;
      }
    }
    if (bias.hasGradient()) {
      addBias(place, sums.ofBias(slot));
    }
  }

  @Override
  public void finish(int slot, int worker) {
    multiply(filled[worker], sums.ofKernel(slot), worker);
    filled[worker] = 0;
  }

  private void transformInputs(int image, int tileRow, int worker) {
    winograd.transformInput(
        1,
        inputPitch - Gemm.COLUMNS,
        input.data(),
        input.index(image, tileRow * tile + geometry.firstRow(), geometry.firstColumn()),
        0,
        input.rowStride(),
        halfInputs[worker],
        Aligned.START,
        0,
        inputPitch);
    for (int i = 0; i < SIZE; i++) {
      winograd.transformInput(
          tiles,
          paddedInputs,
          halfInputs[worker],
          Aligned.START + i * inputPitch,
          tile * input.channels(),
          input.channels(),
          inputs[worker],
          Aligned.START + (i * SIZE * bandTiles + filled[worker]) * paddedInputs,
          paddedInputs,
          bandTiles * paddedInputs);
    }
  }

  private void transformGradients(int place, int tileRow, int worker) {
    winograd.transformGradient(
        tile,
        1,
        gradientPitch - Gemm.COLUMNS,
        gradient.data(),
        gradient.index(place, tileRow * tile, 0),
        0,
        gradient.rowStride(),
        halfGradients[worker],
        Aligned.START,
        0,
        gradientPitch);
    for (int i = 0; i < SIZE; i++) {
      winograd.transformGradient(
          tile,
          tiles,
          outputs,
          halfGradients[worker],
          Aligned.START + i * gradientPitch,
          tile * gradient.channels(),
          gradient.channels(),
          gradients[worker],
          Aligned.START + (i * SIZE * bandTiles + filled[worker]) * outputs,
          outputs,
          bandTiles * outputs);
    }
  }

  private void multiply(int count, float[] target, int worker) {
    int channels = input.channels();
    for (int element = 0; element < SIZE * SIZE; element++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              channels,
              outputs,
              count,
              inputs[worker],
              Aligned.START + element * bandTiles * paddedInputs,
              1,
              paddedInputs,
              gradients[worker],
              Aligned.START + element * bandTiles * outputs,
              outputs,
              target,
              element * channels * outputs,
              outputs);
    }
  }

  private void addBias(int place, float[] target) {
    for (int row = 0; row < gradient.height(); row++) {
      for (int column = 0; column < gradient.width(); column++) {
        elementwise.add(
            target,
            0,
            gradient.data(),
            gradient.index(place, row, column),
            target,
            0,
            gradient.channels());
      }
    }
  }

  @Override
  public void addSlots(int slots) {
    used = slots;
    int columns = input.channels() * outputs;
    workers.run((columns + COLUMNS_PER_UNIT - 1) / COLUMNS_PER_UNIT, finish);
    kernel.clearGradientPadding(0, kernel.rows());
    sums.totalBias(slots, bias);
  }

  /** Adds up the slots of some columns (input channel, output), and takes them back to the taps. */
  private void finishColumns(int unit, int worker) {
    int taps = geometry.height() * geometry.width();
    int columns = input.channels() * outputs;
    int first = unit * COLUMNS_PER_UNIT;
    int count = Math.min(COLUMNS_PER_UNIT, columns - first);
    for (int element = 0; element < SIZE * SIZE; element++) {
      int start = element * columns + first;
      sums.totalKernel(used, total, start, start + count);
    }
    for (int tap = 0; tap < taps; tap++) {
      int start = tap * columns + first;
      Arrays.fill(kernel.gradient(), start, start + count, 0f);
    }
    workers
        .gemm(worker)
        .multiplyAdd(
            taps,
            count,
            SIZE * SIZE,
            filterTransform,
            0,
            1,
            taps,
            total,
            first,
            columns,
            kernel.gradient(),
            first,
            columns);
  }
}

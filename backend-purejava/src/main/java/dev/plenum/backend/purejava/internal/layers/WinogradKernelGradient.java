package dev.plenum.backend.purejava.internal.layers;

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
 * inputs)), summed over all tiles. The sum over the tiles is a matrix product for each of the n × n
 * elements of a tile; Gᵀ comes last, once for all images. That takes 16 multiplications instead of 36, or
 * 36 instead of 100.
 *
 * <p>It suits a gradient that is dense, as behind a batch normalisation.
 */
final class WinogradKernelGradient implements KernelGradient {
  /** Windows of a tile, down and across. */
  private static final int TILE = 2;
  /** Tiles to multiply at a time, about: their transforms lie in the second-level cache. */
  private static final int TILES = 56;

  private static final int COLUMNS_PER_UNIT = 512;

  private final FeatureMaps input;
  private final FeatureMaps gradient;
  private final ConvGeometry geometry;
  private final Parameter kernel;
  private final Parameter bias;
  private final Workers workers;
  private final Winograd winograd;
  private final Elementwise elementwise;
  /** n: the inputs of a tile along one side. */
  private final int size;

  private final int tiles;
  private final int tileRows;
  private final int rowsOfBand;
  private final int bandTiles;
  private final int paddedInputs;
  private final int outputs;
  /** Half-transformed rows of inputs and of gradients, and from one to the next. */
  private final float[][] halfInputs;

  private final int inputPitch;
  private final float[][] halfGradients;
  private final int gradientPitch;
  /** [n × n][tile][padded channel]. */
  private final float[][] inputs;

  private final float[][] gradients;
  /** For each slot [n × n][input channel][padded output]. */
  private final float[][] sums;

  private final float[][] biasSums;
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
    size = geometry.height() + TILE - 1;
    tiles = (geometry.columns() + TILE - 1) / TILE;
    tileRows = (geometry.rows() + TILE - 1) / TILE;
    rowsOfBand = Math.min(tileRows, Math.max(1, TILES / tiles));
    bandTiles = rowsOfBand * tiles;
    paddedInputs = Gemm.padded(input.channels());
    outputs = kernel.stride();
    int pixels = tiles * TILE + size - TILE;
    inputPitch = Gemm.padded(pixels * input.channels()) + Gemm.COLUMNS;
    halfInputs = workers.scratch(size * inputPitch);
    gradientPitch = Gemm.padded(tiles * TILE * gradient.channels()) + Gemm.COLUMNS;
    halfGradients = workers.scratch(size * gradientPitch);
    inputs = workers.scratch(size * size * bandTiles * paddedInputs);
    gradients = workers.scratch(size * size * bandTiles * outputs);
    int sumsSize = size * size * input.channels() * outputs;
    sums = new float[Slots.count(sumsSize)][sumsSize];
    biasSums = new float[sums.length][outputs];
    total = new float[sumsSize];
    filterTransform = Winograd.filterTransform(size);
  }

  /** Whether it can be used. */
  static boolean suits(ConvGeometry geometry, FeatureMaps input, Parameter kernel) {
    return Convolution.usesWinograd(geometry, input.channels())
        && kernel.columns() >= WinogradConvolution.MIN_CHANNELS;
  }

  @Override
  public int slots() {
    return sums.length;
  }

  @Override
  public void clear(int slot) {
    Arrays.fill(sums[slot], 0f);
    Arrays.fill(biasSums[slot], 0f);
  }

  @Override
  public void add(int image, int place, int slot, int worker) {
    for (int row = 0; row < tileRows; row += rowsOfBand) {
      int rows = Math.min(rowsOfBand, tileRows - row);
      for (int r = 0; r < rows; r++) {
        transformInputs(image, row + r, r, worker);
        transformGradients(place, row + r, r, worker);
      }
      multiply(rows * tiles, sums[slot], worker);
    }
    addBias(place, biasSums[slot]);
  }

  private void transformInputs(int image, int tileRow, int rowOfBand, int worker) {
    winograd.transformInput(
        size,
        1,
        inputPitch - Gemm.COLUMNS,
        input.data(),
        input.index(image, tileRow * TILE + geometry.firstRow(), geometry.firstColumn()),
        0,
        input.rowStride(),
        halfInputs[worker],
        Aligned.START,
        0,
        inputPitch);
    for (int i = 0; i < size; i++) {
      winograd.transformInput(
          size,
          tiles,
          paddedInputs,
          halfInputs[worker],
          Aligned.START + i * inputPitch,
          TILE * input.channels(),
          input.channels(),
          inputs[worker],
          Aligned.START + (i * size * bandTiles + rowOfBand * tiles) * paddedInputs,
          paddedInputs,
          bandTiles * paddedInputs);
    }
  }

  private void transformGradients(int place, int tileRow, int rowOfBand, int worker) {
    winograd.transformGradient(
        size,
        1,
        gradientPitch - Gemm.COLUMNS,
        gradient.data(),
        gradient.index(place, tileRow * TILE, 0),
        0,
        gradient.rowStride(),
        halfGradients[worker],
        Aligned.START,
        0,
        gradientPitch);
    for (int i = 0; i < size; i++) {
      winograd.transformGradient(
          size,
          tiles,
          outputs,
          halfGradients[worker],
          Aligned.START + i * gradientPitch,
          TILE * gradient.channels(),
          gradient.channels(),
          gradients[worker],
          Aligned.START + (i * size * bandTiles + rowOfBand * tiles) * outputs,
          outputs,
          bandTiles * outputs);
    }
  }

  private void multiply(int count, float[] target, int worker) {
    int channels = input.channels();
    for (int element = 0; element < size * size; element++) {
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
    Arrays.fill(bias.gradient(), 0f);
    for (int slot = 0; slot < used; slot++) {
      Slots.add(biasSums[slot], bias.gradient(), 0, gradient.channels());
    }
  }

  /** Adds up the slots of some columns (input channel, output), and takes them back to the taps. */
  private void finishColumns(int unit, int worker) {
    int taps = geometry.height() * geometry.width();
    int columns = input.channels() * outputs;
    int first = unit * COLUMNS_PER_UNIT;
    int count = Math.min(COLUMNS_PER_UNIT, columns - first);
    for (int element = 0; element < size * size; element++) {
      int start = element * columns + first;
      Arrays.fill(total, start, start + count, 0f);
      for (int slot = 0; slot < used; slot++) {
        Slots.add(sums[slot], total, start, start + count);
      }
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
            size * size,
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

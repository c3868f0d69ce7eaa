package dev.plenum.backend.purejava.internal.kernels;

/**
 * The two products of a convolution's backward pass where the gradient is sparse, as it is behind max
 * pooling: its non-zero values are a list for each output channel, and each list entry touches one
 * patch of the input, a window's values.
 *
 * <p>The entry e of a list stands for the value {@code values[e]} and the patch that begins at {@code
 * base + starts[pixels[e]]}. The values of a channel's kernel lie row after row, chunk after chunk.
 *
 * <p>The scalar and the vector version give the same bits: each sum takes the entries in their order, fused.
 */
public interface SparsePatches {

  /**
   * The gradient of one output channel's kernel: adds to each kernel value the sum, which starts at 0,
   * of (list value) · (input value that it met).
   *
   * @param from the first entry of the list
   * @param to the end of the list
   */
  void gather(
      Patch patch,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset);

  /**
   * The gradient of the input: adds (list value) · (kernel value) to each value of the patches.
   * Since patches overlap, the order matters: row after row; in it, block after block of {@link #block}
   * chunks; in it, entry after entry.
   *
   * @param patch its row step is a multiple of {@link Gemm#COLUMNS}
   * @param starts multiples of {@link Gemm#COLUMNS}
   * @param kernel the output channel's values, from {@code kernelOffset}
   */
  void scatter(
      Patch patch,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base);

  /**
   * The chunks of the next block, where so many are left. The sizes divide the usual rows of 3 and 5
   * pixels; a larger block has more independent work to do while an entry's sums are under way.
   */
  static int block(int left) {
    if (left >= 10 && left != 12) {
      return 10;
    }
    return left >= 4 ? Math.min(left, 6) : left >= 2 ? 2 : 1;
  }
}

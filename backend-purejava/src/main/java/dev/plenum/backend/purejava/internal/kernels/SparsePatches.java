package dev.plenum.backend.purejava.internal.kernels;

/**
 * The two products of a convolution's backward pass where the gradient is sparse, as it is behind max
 * pooling: its non-zero values are a list for each output channel, and each list entry touches one
 * patch of the input, a window's values.
 *
 * <p>A patch is cut into chunks of {@link Gemm#COLUMNS} neighbours; chunk i lies {@code chunks[i]}
 * behind the patch's start. The entry e of a list stands for the value {@code values[e]} and the patch
 * at {@code base + starts[pixels[e]]}.
 *
 * <p>Both twins give the same bits: each sum takes the entries in their order, fused.
 */
public interface SparsePatches {

  /**
   * The gradient of one output channel's kernel: adds to each kernel value the sum, which starts at 0,
   * of (list value) · (input value that it met). {@code sums[sumsOffset + 16 i + lane]} gets the value
   * at chunk i.
   *
   * @param from the first entry of the list
   * @param to the end of the list
   */
  void gather(
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
   * Since patches overlap, the order matters: the chunks are taken in blocks of 8, the rest in a block
   * of 4 and single ones; block after block, entry after entry, chunk after chunk.
   *
   * @param starts multiples of {@link Gemm#COLUMNS}, as the chunks must be here
   * @param kernel the output channel's values, chunk after chunk, from {@code kernelOffset}
   */
  void scatter(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base);

  /** The size of the next block, where so many chunks are left. */
  static int block(int left) {
    return left >= 8 ? 8 : left >= 4 ? 4 : 1;
  }
}

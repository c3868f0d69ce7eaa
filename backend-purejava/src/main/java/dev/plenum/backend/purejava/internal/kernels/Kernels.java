package dev.plenum.backend.purejava.internal.kernels;

import java.util.function.Supplier;

/**
 * A set of kernels.
 *
 * @param newGemm makes a matrix multiplication for one thread
 * @param sparsePatches the products with a sparse gradient
 * @param maxCells the comparison of max pooling
 * @param winograd the transforms of Winograd's convolution
 * @param elementwise products value by value
 * @param rectifiedNorm batch normalisation with a rectifier
 * @param instructionSet what it uses: {@code vector 512-bit} or {@code scalar}
 */
public record Kernels(
    Supplier<Gemm> newGemm,
    SparsePatches sparsePatches,
    MaxCells maxCells,
    Winograd winograd,
    Elementwise elementwise,
    RectifiedNorm rectifiedNorm,
    String instructionSet) {
  private static final String MODULE = "jdk.incubator.vector";

  /** The message for users whose JVM lacks the Vector API. */
  public static final String REMEDY =
      "pass --add-modules " + MODULE + " to the JVM for the fast kernels";

  /** Whether this JVM was started with the Vector API. */
  public static boolean isVectorAvailable() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** The kernels that every JVM has. */
  public static Kernels scalar() {
    return new Kernels(
        ScalarGemm::new,
        new ScalarSparsePatches(),
        new ScalarMaxCells(),
        new ScalarWinograd(),
        new ScalarElementwise(),
        new ScalarRectifiedNorm(),
        "scalar");
  }

  /** The kernels on the Vector API; only where {@link #isVectorAvailable}. */
  public static Kernels vector() {
    return new Kernels(
        VectorGemm::new,
        new VectorSparsePatches(),
        new VectorMaxCells(),
        new VectorWinograd(),
        new VectorElementwise(),
        new VectorRectifiedNorm(),
        "vector " + VectorLanes.LANES * Float.SIZE + "-bit");
  }
}

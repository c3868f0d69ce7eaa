package dev.plenum.backend.purejava.internal.kernels;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A set of kernels.
 *
 * @param newGemm makes a matrix multiplication for one thread
 * @param newSparsePatches makes the sparse products for patches of these chunks
 * @param maxCells the comparison of max pooling
 * @param instructionSet what it uses: {@code vector 512-bit} or {@code scalar}
 */
public record Kernels(
    Supplier<Gemm> newGemm,
    Function<int[], SparsePatches> newSparsePatches,
    MaxCells maxCells,
    String instructionSet) {
  private static final String MODULE = "jdk.incubator.vector";

  /** What to tell users whose JVM lacks the Vector API. */
  public static final String REMEDY =
      "pass --add-modules " + MODULE + " to the JVM for the fast kernels";

  /** Whether this JVM was started with the Vector API. */
  public static boolean isVectorAvailable() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** The kernels that every JVM has. */
  public static Kernels scalar() {
    return new Kernels(ScalarGemm::new, ScalarSparsePatches::new, new ScalarMaxCells(), "scalar");
  }

  /** The kernels on the Vector API; only where {@link #isVectorAvailable}. */
  public static Kernels vector() {
    return new Kernels(
        VectorGemm::new,
        VectorSparsePatches::new,
        new VectorMaxCells(),
        "vector " + VectorTiles.LANES * Float.SIZE + "-bit");
  }
}

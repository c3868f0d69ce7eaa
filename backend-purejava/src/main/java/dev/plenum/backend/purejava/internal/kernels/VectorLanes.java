package dev.plenum.backend.purejava.internal.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this processor prefers: one constant of the whole JVM, so that C2 can know it. */
final class VectorLanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= Gemm.COLUMNS
      ? FloatVector.SPECIES_PREFERRED
      : FloatVector.SPECIES_512;

  /** Floats in a vector. */
  static final int LANES = SPECIES.length();

  private VectorLanes() {}
}

package dev.plenum.benchmarks.peak;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Nothing but fused multiply-adds, in the widest vectors that the processor prefers: 12 sums, which do
 * not wait for one another, so that neither the latency of an fma nor memory holds them up. As in the
 * engine's kernels, sums are arguments only and leave the loop through an array, or C2 would box them.
 */
public final class PeakFma {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int SUMS = 12;
  private static final int ROUNDS = 20_000;

  /** The floating-point operations of one {@link #run}; an fma is two. */
  public static final double OPERATIONS = 2.0 * SUMS * LANES * ROUNDS;

  private final float[] ones = new float[LANES];
  private final float[] sums = new float[SUMS * LANES];

  /** For one thread. */
  public PeakFma() {
    Arrays.fill(ones, 1f);
  }

  /** Does the arithmetic once. */
  public void run() {
    FloatVector x = FloatVector.fromArray(SPECIES, ones, 0);
    FloatVector y = FloatVector.fromArray(SPECIES, ones, 0);
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    FloatVector s6 = FloatVector.zero(SPECIES);
    FloatVector s7 = FloatVector.zero(SPECIES);
    FloatVector s8 = FloatVector.zero(SPECIES);
    FloatVector s9 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    for (int n = 0; n < ROUNDS; n++) {
      s0 = x.fma(y, s0);
      s1 = x.fma(y, s1);
      s2 = x.fma(y, s2);
      s3 = x.fma(y, s3);
      s4 = x.fma(y, s4);
      s5 = x.fma(y, s5);
      s6 = x.fma(y, s6);
      s7 = x.fma(y, s7);
      s8 = x.fma(y, s8);
      s9 = x.fma(y, s9);
      s10 = x.fma(y, s10);
      s11 = x.fma(y, s11);
    }
    x.add(s0).intoArray(sums, 0);
    x.add(s1).intoArray(sums, LANES);
    x.add(s2).intoArray(sums, 2 * LANES);
    x.add(s3).intoArray(sums, 3 * LANES);
    x.add(s4).intoArray(sums, 4 * LANES);
    x.add(s5).intoArray(sums, 5 * LANES);
    x.add(s6).intoArray(sums, 6 * LANES);
    x.add(s7).intoArray(sums, 7 * LANES);
    x.add(s8).intoArray(sums, 8 * LANES);
    x.add(s9).intoArray(sums, 9 * LANES);
    x.add(s10).intoArray(sums, 10 * LANES);
    x.add(s11).intoArray(sums, 11 * LANES);
  }
}

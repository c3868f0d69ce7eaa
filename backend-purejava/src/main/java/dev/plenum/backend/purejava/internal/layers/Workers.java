package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import dev.plenum.backend.purejava.internal.parallel.WorkerPool;
import java.util.stream.IntStream;

/** The threads, and what each of them has for itself: its kernels and scratch memory. */
public final class Workers implements AutoCloseable {
  private final WorkerPool pool;
  private final Kernels kernels;
  private final Gemm[] gemms;

  /** That many threads with these kernels. */
  public Workers(int threads, Kernels kernels) {
    this.kernels = kernels;
    gemms = IntStream.range(0, threads).mapToObj(i -> kernels.newGemm().get()).toArray(Gemm[]::new);
    pool = new WorkerPool(threads); // last, since its threads would outlive a failure
  }

  /** Does all units of a phase. */
  public void run(int units, Phase phase) {
    pool.run(units, phase);
  }

  /** How many workers there are. */
  public int threads() {
    return pool.threads();
  }

  /** The kernels that all workers use. */
  public Kernels kernels() {
    return kernels;
  }

  /** The matrix multiplication of a worker. */
  Gemm gemm(int worker) {
    return gemms[worker];
  }

  /** For each worker an array with room for that many values from {@link Aligned#START} on. */
  float[][] scratch(int size) {
    return IntStream.range(0, threads()).mapToObj(i -> Aligned.array(size)).toArray(float[][]::new);
  }

  /** Ends the threads. */
  @Override
  public void close() {
    pool.close();
  }
}

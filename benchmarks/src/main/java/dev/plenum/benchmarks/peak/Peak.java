package dev.plenum.benchmarks.peak;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures how many floating-point operations some threads can do in a second, together. */
public final class Peak {
  private static final String MODULE = "jdk.incubator.vector";
  private static final int ROUNDS = 10;
  private static final long ROUND_NANOS = 150_000_000;

  private Peak() {}

  /**
   * Checks that this JVM can measure it.
   *
   * @throws IllegalArgumentException if it lacks the Vector API
   */
  public static void requireVectorApi() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      throw new IllegalArgumentException(
          "the benchmarks need the Vector API, and this JVM runs without the module %s: start them with benchmarks/run, on a JDK that has it"
              .formatted(MODULE));
    }
  }

  /** The best of some rounds, in GFLOP/s; the first ones let the JVM compile. */
  static double gigaflops(int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Double>> all = Collections.nCopies(threads, Peak::rate);
      double best = 0;
      for (int round = 0; round < ROUNDS; round++) {
        double sum = 0;
        for (Future<Double> one : pool.invokeAll(all)) {
          sum += one.get();
        }
        best = Math.max(best, sum);
      }
      return best;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the peak was measured", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the peak could not be measured", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static double rate() {
    PeakFma fma = new PeakFma();
    long runs = 0;
    long start = System.nanoTime();
    long nanos;
    do {
      fma.run();
      runs++;
      nanos = System.nanoTime() - start;
    } while (nanos < ROUND_NANOS);
    return runs * PeakFma.OPERATIONS / nanos;
  }
}

package dev.plenum.predictor;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Where futures are completed, and so where what depends on them runs. */
final class Completers {
  /** The JVM's common pool, if it has threads; else a thread for each. */
  static final Executor APART = ForkJoinPool.getCommonPoolParallelism() > 0
      ? ForkJoinPool.commonPool()
      : task -> new Thread(task, "plenum-predictor-answer").start();

  private Completers() {}
}

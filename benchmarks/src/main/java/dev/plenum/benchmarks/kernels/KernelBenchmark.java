package dev.plenum.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: one {@link KernelCase}, again and again, in a JVM that runs nothing else. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
  /** The name of {@link #id} in JMH's options. */
  static final String PARAMETER = "id";

  /** The case's {@link KernelCase#id}; set by JMH. */
  @Param("")
  public String id = "";

  private Runnable kernel = () -> {};

  /** Gets the memory that it works on. */
  @Setup
  public void prepare() {
    kernel = KernelCases.of(id).prepare().get();
  }

  /** Calls it once. */
  @Benchmark
  public void run() {
    kernel.run();
  }
}

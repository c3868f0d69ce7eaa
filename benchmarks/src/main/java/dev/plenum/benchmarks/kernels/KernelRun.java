package dev.plenum.benchmarks.kernels;

import java.io.IOException;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures kernels, each in a JVM of its own with the flags of this one: C2's code for a kernel depends
 * on what ran before it.
 *
 * @param iteration how long an iteration takes; there are some of them, after others that warm up
 */
record KernelRun(TimeValue iteration) {
  private static final int WARM_UP = 3;
  private static final int ITERATIONS = 5;

  /**
   * Measures one.
   *
   * @throws IOException if its process fails
   */
  KernelResult measure(KernelCase kernel) throws IOException {
    Options options = new OptionsBuilder()
        .include(Pattern.quote(KernelBenchmark.class.getName() + ".run"))
        .param(KernelBenchmark.PARAMETER, kernel.id())
        .forks(1)
        .warmupIterations(WARM_UP)
        .warmupTime(iteration)
        .measurementIterations(ITERATIONS)
        .measurementTime(iteration)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .build();
    try {
      Result<?> result = new Runner(options).runSingle().getPrimaryResult();
      Statistics calls = result.getStatistics();
      return new KernelResult(kernel, calls.getMin(), calls.getPercentile(50));
    } catch (RunnerException e) {
      throw new IOException("%s could not be measured: %s".formatted(kernel.id(), e), e);
    }
  }
}

package dev.plenum.benchmarks.kernels;

import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.benchmarks.peak.Peak;
import dev.plenum.benchmarks.result.ResultFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code benchmarks/run kernels}. */
@Command(
    name = "kernels",
    sortOptions = false,
    description = "Measures the kernels of the pure-Java backend with the sizes of the networks'"
        + " layers, on one thread, as fractions of the peak that it measures first; and"
        + " augmentation.")
public final class KernelsCommand implements Callable<Integer> {
  private static final double LONGEST_SECONDS = 60;

  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = "--networks",
      split = ",",
      paramLabel = "NAME",
      description = "networks, with commas between them (default: all)")
  private List<String> networks = List.of();

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "only kernels with this in KERNEL:LAYER, such as gemm or deep-conv/conv2d_1")
  private String only = "";

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "0.3",
      description = "how long an iteration takes; each kernel has 8 (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(names = "--out", paramLabel = "FILE", description = "gets all figures as JSON")
  private @Nullable Path file;

  /** The command, with these streams for results and progress. */
  public KernelsCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    Peak.requireVectorApi();
    ResultFile results = new ResultFile(Optional.ofNullable(file));
    KernelReport report = measure(new KernelRun(iteration()), cases());
    report.print(out);
    results.write(report.toJson());
    return ExitCode.OK;
  }

  private TimeValue iteration() {
    if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "--seconds must be above 0 and at most %.0f, found %s",
          LONGEST_SECONDS,
          seconds));
    }
    return TimeValue.nanoseconds(Math.max(1, Math.round(seconds * 1e9)));
  }

  /** The peak first. */
  private List<KernelCase> cases() {
    List<KernelCase> chosen = KernelCases.of(MeasuredNetwork.named(networks)).stream()
        .filter(kernel -> kernel.id().contains(only))
        .toList();
    if (chosen.isEmpty() && !KernelCases.PEAK.id().contains(only)) {
      throw new IllegalArgumentException(
          "--only: no kernel of these networks has '%s' in its name".formatted(only));
    }
    return Stream.concat(Stream.of(KernelCases.PEAK), chosen.stream()).toList();
  }

  private KernelReport measure(KernelRun run, List<KernelCase> cases) throws IOException {
    List<KernelResult> results = new ArrayList<>();
    for (KernelCase kernel : cases) {
      err.printf(Locale.ROOT, "[%d/%d] %s: ", results.size() + 1, cases.size(), kernel.id());
      err.flush();
      KernelResult result = run.measure(kernel);
      results.add(result);
      err.println(KernelReport.speed(result));
    }
    return new KernelReport(results.get(0), results);
  }
}

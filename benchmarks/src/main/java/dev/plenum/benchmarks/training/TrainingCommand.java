package dev.plenum.benchmarks.training;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.spi.ThreadSetting;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.benchmarks.peak.Peak;
import dev.plenum.benchmarks.result.ResultFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/run training}. */
@Command(
    name = "training",
    sortOptions = false,
    description = "Trains networks on the backends and measures epochs, inference, allocation and"
        + " start-up; each training in a JVM of its own, after the peak of as many threads.")
public final class TrainingCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = "--networks",
      split = ",",
      paramLabel = "NAME",
      description = "networks, with commas between them (default: all)")
  private List<String> networks = List.of();

  @Option(
      names = "--backends",
      split = ",",
      paramLabel = "NAME",
      description = "backends, with commas between them (default: all that are available)")
  private List<String> backends = List.of();

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "numbers of threads, with commas between them (default: one per core)")
  private List<Integer> threads = List.of(ThreadSetting.onePerCore());

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "how often everything is measured; medians are reported (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Mixin
  private TrainingOptions options = new TrainingOptions();

  @Option(
      names = "--peers",
      paramLabel = "FILE",
      description =
          "figures of others, or of an earlier build, to be set beside: a file like that of"
              + " --out, of which network, backend, epochSeconds (of as many images) and"
              + " inferenceSeconds count")
  private @Nullable Path peersFile;

  @Option(names = "--out", paramLabel = "FILE", description = "gets all figures as JSON")
  private @Nullable Path file;

  /** The command, with these streams for results and progress. */
  public TrainingCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    Peak.requireVectorApi();
    ResultFile results = new ResultFile(Optional.ofNullable(file));
    TrainingSettings settings = options.settings();
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds must be at least 1, found " + rounds);
    }
    List<PeerFigures> peers = peersFile == null ? List.of() : PeerFigures.read(peersFile);
    List<TrainingCell> cells =
        TrainingCell.all(backendNames(), MeasuredNetwork.named(networks), threads);
    MeasuredData.check(settings);
    TrainingRun run = new TrainingRun(settings, err);
    run.run(cells, rounds);
    TrainingTable.print(run.results(), out);
    if (!peers.isEmpty()) {
      PeerTable.print(run.results(), peers, out);
    }
    results.write(TrainingJson.of(settings, run.results(), peers, run.failures()));
    return run.failures().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<String> backendNames() {
    List<String> names =
        backends.isEmpty() ? available() : backends.stream().distinct().toList();
    names.forEach(this::check);
    return names;
  }

  private static List<String> available() {
    return Backends.all().stream()
        .filter(backend -> backend.availability().isAvailable())
        .map(Backend::name)
        .toList();
  }

  private void check(String name) {
    Backend backend = Backends.get(name);
    try {
      threads.forEach(count -> backend.withSettings(Map.of("threads", String.valueOf(count))));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--threads: " + e.getMessage());
    }
  }
}

package dev.plenum.benchmarks.peak;

import com.typesafe.config.ConfigFactory;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the peak, for the process that started this one. */
@Command(name = PeakCommand.NAME, hidden = true)
public final class PeakCommand implements Callable<Integer> {
  static final String NAME = "peak";

  private static final String GIGAFLOPS = "gigaflops";

  @Option(names = "--threads", required = true)
  private int threads;

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  /** The command line that measures the peak of so many threads. */
  public static List<String> commandLine(int threads) {
    return List.of(NAME, "--threads", String.valueOf(threads));
  }

  /** What it left as its result. */
  public static double gigaflops(JsonObject result) {
    return ConfigFactory.parseString(result.toLine()).getDouble(GIGAFLOPS);
  }

  @Override
  public Integer call() throws IOException {
    AtomicFiles.write(
        out, JsonObject.empty().with(GIGAFLOPS, Peak.gigaflops(threads)).toString());
    return 0;
  }
}

package dev.plenum.benchmarks.training;

import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.persistence.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains and measures one cell in this process, for the process that started this one. */
@Command(name = CellCommand.NAME, hidden = true)
public final class CellCommand implements Callable<Integer> {
  static final String NAME = "training-cell";

  @Option(names = "--backend", required = true)
  private String backend = "";

  @Option(names = "--network", required = true)
  private String network = "";

  @Option(names = "--threads", required = true)
  private int threads;

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Mixin
  private TrainingOptions options = new TrainingOptions();

  /** The command line that measures a cell. */
  static List<String> commandLine(TrainingCell cell, TrainingSettings settings) {
    List<String> line = new ArrayList<>(List.of(
        NAME,
        "--backend",
        cell.backend(),
        "--network",
        cell.network().name(),
        "--threads",
        String.valueOf(cell.threads())));
    line.addAll(settings.arguments());
    return line;
  }

  @Override
  public Integer call() throws IOException {
    TrainingCell cell = new TrainingCell(backend, MeasuredNetwork.named(network), threads);
    AtomicFiles.write(out, new CellTraining().measure(cell, options.settings()).toString());
    return 0;
  }
}

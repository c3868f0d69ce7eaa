package dev.plenum.benchmarks.training;

import dev.plenum.benchmarks.Main;
import dev.plenum.experiment.process.ChildProcess;
import dev.plenum.experiment.process.JvmCommand;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a hidden command, which leaves its result in a file, in a JVM of its own like this one. */
final class ChildMeasurement {
  private static final Path CRASH_REPORT = Path.of("hs_err_pid%p.log");

  private ChildMeasurement() {}

  /**
   * Runs it to its end.
   *
   * @param commandLine without the option {@code --out}
   * @throws MeasurementFailedException if the process ends without a result
   * @throws IOException if it cannot be started
   */
  static JsonObject run(List<String> commandLine) throws IOException, MeasurementFailedException {
    Path result = Files.createTempFile("plenum-benchmark", ".json");
    try {
      List<String> arguments = new ArrayList<>(commandLine);
      arguments.addAll(List.of("--out", result.toString()));
      ChildProcess.End end = ChildProcess.run(
          new ProcessBuilder(JvmCommand.of(Main.class, CRASH_REPORT, arguments)), line -> {});
      String json = Files.readString(result);
      if (!end.isSuccess() || json.isEmpty()) {
        throw new MeasurementFailedException(end.reason(), end.lastLines());
      }
      return JsonObject.parse(json, "the result of " + String.join(" ", commandLine));
    } finally {
      Files.deleteIfExists(result);
    }
  }
}

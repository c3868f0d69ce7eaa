package dev.plenum.app.compare.cell;

import dev.plenum.app.Main;
import dev.plenum.app.config.Key;
import dev.plenum.app.process.ChildProcess;
import dev.plenum.app.process.JvmCommand;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs cells, each in a JVM of its own: an engine like ND4J chooses its device once per process, and
 * memory and start-up are measured from the beginning.
 *
 * @param workingDirectory where relative paths start, here and there
 */
public record CellProcess(Path workingDirectory) {
  /** The hidden command that runs one cell. */
  public static final String COMMAND = "compare-cell";

  /**
   * Runs one cell to its end.
   *
   * @param settings everything that it depends on
   * @param output gets each line that it prints
   * @return why there is no result; empty if there is one
   * @throws IOException if its settings or its log cannot be written, or no process be started
   */
  public Optional<CellFailure> run(
      Cell cell, CellFolder folder, Map<Key, String> settings, Consumer<String> output)
      throws IOException {
    Files.createDirectories(folder.results().toAbsolutePath().getParent());
    folder.write(settings);
    ChildProcess.End end = runLogged(folder, output);
    return end.isSuccess() && Files.exists(folder.results().resolve(CellResult.LAST_FILE))
        ? Optional.empty()
        : Optional.of(new CellFailure(cell, end.reason(), end.lastLines()));
  }

  private ChildProcess.End runLogged(CellFolder folder, Consumer<String> output)
      throws IOException {
    Files.deleteIfExists(folder.log());
    try (BufferedWriter log =
        Files.newBufferedWriter(folder.log(), StandardOpenOption.CREATE_NEW)) {
      return ChildProcess.run(builder(folder), line -> {
        append(log, line);
        output.accept(line);
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Its settings come from the file alone, so that it computes what the record says. */
  private ProcessBuilder builder(CellFolder folder) {
    List<String> arguments = List.of(
        COMMAND,
        "--config",
        folder.settings().toString(),
        Key.OUT.option(),
        folder.results().toString());
    ProcessBuilder builder = new ProcessBuilder(
            JvmCommand.of(Main.class, folder.crashReport(), arguments))
        .directory(workingDirectory.toFile());
    builder.environment().keySet().removeIf(Key::isVariable);
    return builder;
  }

  private static void append(BufferedWriter copy, String line) {
    try {
      copy.write(line);
      copy.newLine();
      copy.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

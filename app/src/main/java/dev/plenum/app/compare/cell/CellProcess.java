package dev.plenum.app.compare.cell;

import dev.plenum.app.config.Key;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  private static final int KEPT_LINES = 8;

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
    Process process = builder(folder).start();
    Thread endWithUs = new Thread(process::destroyForcibly, "plenum-end-cell");
    Runtime.getRuntime().addShutdownHook(endWithUs);
    try {
      List<String> lastLines = copyOutput(process, folder.log(), output);
      int exitCode = process.waitFor();
      return exitCode == 0 && Files.exists(folder.results().resolve(CellResult.LAST_FILE))
          ? Optional.empty()
          : Optional.of(new CellFailure(cell, ExitReason.of(exitCode, lastLines), lastLines));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the comparison was interrupted", e);
    } finally {
      process.destroyForcibly();
      forget(endWithUs);
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
    ProcessBuilder builder = new ProcessBuilder(JvmCommand.of(folder.crashReport(), arguments))
        .directory(workingDirectory.toFile())
        .redirectErrorStream(true);
    builder.environment().keySet().removeIf(Key::isVariable);
    return builder;
  }

  private static List<String> copyOutput(Process process, Path log, Consumer<String> output)
      throws IOException {
    Deque<String> lastLines = new ArrayDeque<>();
    try (BufferedReader lines = new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter copy = Files.newBufferedWriter(log)) {
      lines.lines().forEach(line -> {
        append(copy, line);
        output.accept(line);
        lastLines.addLast(line);
        if (lastLines.size() > KEPT_LINES) {
          lastLines.removeFirst();
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new ArrayList<>(lastLines);
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

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // this process is ending already, and the hook with it
    }
  }
}

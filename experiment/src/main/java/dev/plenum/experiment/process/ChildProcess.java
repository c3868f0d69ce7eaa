package dev.plenum.experiment.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A process that this one waits for, and that ends with this one. */
public final class ChildProcess {
  private static final int KEPT_LINES = 8;

  private ChildProcess() {}

  /**
   * How a process ended.
   *
   * @param exitCode 0 for success; 128 and the number of the signal that ended it
   * @param lastLines the last lines that it printed
   */
  public record End(int exitCode, List<String> lastLines) {
    /**
     * Copies the list.
     *
     * @param exitCode 0 for success; 128 and the number of the signal that ended it
     * @param lastLines the last lines that it printed
     */
    public End {
      lastLines = List.copyOf(lastLines);
    }

    /** {@return whether it says that all went well} */
    public boolean isSuccess() {
      return exitCode == 0;
    }

    /** {@return why there is no result, in words, without a full stop} */
    public String reason() {
      return ExitReason.of(exitCode, lastLines);
    }
  }

  /**
   * Runs a process to its end.
   *
   * @param builder the process; is set to print its standard error where its standard output goes
   * @param output gets each line that it prints, on standard output or standard error
   * @return how it ended
   * @throws IOException if it cannot be started, or this thread is interrupted
   */
  public static End run(ProcessBuilder builder, Consumer<String> output) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    Thread endWithUs = new Thread(process::destroyForcibly, "plenum-end-child");
    Runtime.getRuntime().addShutdownHook(endWithUs);
    try {
      List<String> lastLines = readOutput(process, output);
      return new End(process.waitFor(), lastLines);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another process was at work", e);
    } finally {
      process.destroyForcibly();
      forget(endWithUs);
    }
  }

  /**
   * The same with a copy of what it prints.
   *
   * @param builder the process; is set to print its standard error where its standard output goes
   * @param log gets each line as it comes; is replaced if it exists
   * @param output gets each line too
   * @return how it ended
   * @throws IOException if it cannot be started, the log cannot be written, or this thread is interrupted
   */
  public static End run(ProcessBuilder builder, Path log, Consumer<String> output)
      throws IOException {
    try (BufferedWriter copy = Files.newBufferedWriter(log)) {
      return run(builder, line -> {
        append(copy, line);
        output.accept(line);
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
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

  private static List<String> readOutput(Process process, Consumer<String> output)
      throws IOException {
    Deque<String> lastLines = new ArrayDeque<>();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> {
        output.accept(line);
        lastLines.addLast(line);
        if (lastLines.size() > KEPT_LINES) {
          lastLines.removeFirst();
        }
      });
    }
    return List.copyOf(lastLines);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // this process is ending already, and the hook with it
    }
  }
}

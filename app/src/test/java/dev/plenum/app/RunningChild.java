package dev.plenum.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that is at work; what it prints on standard error is read all the while, so that it never waits. */
public final class RunningChild implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  /** Its lines; empty at the end. */
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  private RunningChild(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "standard error of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it; its standard output is thrown away. */
  static RunningChild start(ProcessBuilder builder) throws IOException {
    return new RunningChild(
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
  }

  private void read() {
    try (BufferedReader err = process.errorReader()) {
      err.lines().map(Optional::of).forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add(Optional.of("(the rest could not be read: " + e + ")"));
    } finally {
      lines.add(Optional.empty());
    }
  }

  /** The process. */
  public Process process() {
    return process;
  }

  /** Waits for a line on standard error that begins like this, and returns it. */
  public String awaitLine(String beginning) throws IOException, InterruptedException {
    Optional<String> line = next();
    while (!line.orElseThrow().startsWith(beginning)) {
      line = next();
    }
    return line.orElseThrow();
  }

  /** The lines on standard error that were not yet waited for; waits for the end of the process. */
  public List<String> remainingLines() throws IOException, InterruptedException {
    List<String> rest = new ArrayList<>();
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      rest.add(line.get());
    }
    return rest;
  }

  private Optional<String> next() throws IOException, InterruptedException {
    Optional<String> line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new IOException("the process printed nothing more for two minutes");
    }
    return line;
  }

  /** Kills it, if it is still at work, and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

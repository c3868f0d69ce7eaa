package dev.plenum.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.app.cli.Plenum;
import dev.plenum.app.host.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** Runs command lines in this JVM, as if typed in a folder. */
public final class App {
  private App() {}

  /** What a command left. */
  public record Result(int exitCode, String out, String err) {}

  /** Skips the test if the backend was left out of this build. */
  public static void assumeBackend(String name) {
    assumeTrue(
        Backends.all().stream().map(Backend::name).anyMatch(name::equals),
        "the backend '" + name + "' was left out of this build");
  }

  /** Runs a command without any environment variable. */
  public static Result run(Path workingDirectory, String... args) {
    return run(workingDirectory, Map.of(), args);
  }

  /** Runs a command. */
  public static Result run(Path workingDirectory, Map<String, String> environment, String... args) {
    return run(workingDirectory, environment, new byte[0], args);
  }

  /** Runs a command with these bytes on its standard input. */
  public static Result run(
      Path workingDirectory, Map<String, String> environment, byte[] in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host = new Host(
        new ByteArrayInputStream(in),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        OptionalInt.empty(),
        environment,
        workingDirectory,
        Main.class);
    int exitCode = new Plenum(host).run(args);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

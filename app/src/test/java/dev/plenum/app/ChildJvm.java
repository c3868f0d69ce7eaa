package dev.plenum.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs command lines in JVMs of their own. */
public final class ChildJvm {
  /**
   * A process that trains a small network on a few images takes half as much processor time with the
   * quick compiler alone. Not where it uses the Vector API, which is fast with the other one only.
   */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private ChildJvm() {}

  /** Runs a command on this JVM's own kind, with JVM flags. */
  public static App.Result run(Path workingDirectory, List<String> flags, String... args)
      throws IOException {
    return run(Path.of(System.getProperty("java.home")), workingDirectory, flags, args);
  }

  /** Runs another main class on this JVM's own kind, with JVM flags. */
  public static App.Result run(
      Path workingDirectory, List<String> flags, Class<?> main, String... args) throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    String classPath = System.getProperty("java.class.path");
    return run(workingDirectory, process(home, flags, classPath, main, args));
  }

  /** Runs a command with only those entries of the class path whose path does not match. */
  public static App.Result runWithout(Pattern entries, Path workingDirectory, String... args)
      throws IOException {
    String classPath = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entries.matcher(entry).find())
        .collect(Collectors.joining(File.pathSeparator));
    Path home = Path.of(System.getProperty("java.home"));
    return run(workingDirectory, process(home, List.of(), classPath, Main.class, args));
  }

  /** Runs a command with one more entry on the class path. */
  public static App.Result runWith(Path classPathEntry, Path workingDirectory, String... args)
      throws IOException {
    return runWith(classPathEntry, workingDirectory, List.of(), args);
  }

  /** Runs a command with one more entry on the class path, and with JVM flags. */
  public static App.Result runWith(
      Path classPathEntry, Path workingDirectory, List<String> flags, String... args)
      throws IOException {
    String classPath = System.getProperty("java.class.path")
        + File.pathSeparator
        + classPathEntry.toAbsolutePath();
    Path home = Path.of(System.getProperty("java.home"));
    return run(workingDirectory, process(home, flags, classPath, Main.class, args));
  }

  /** Runs a command on another Java. */
  public static App.Result run(
      Path javaHome, Path workingDirectory, List<String> flags, String... args) throws IOException {
    return run(
        workingDirectory,
        process(javaHome, flags, System.getProperty("java.class.path"), Main.class, args));
  }

  /**
   * Starts a command that is not waited for. Ctrl-C ends it as in a terminal, also where these tests
   * run in the background or under nohup: there, processes are started with that signal ignored, and
   * hand that on to their children.
   */
  public static RunningChild start(Path workingDirectory, List<String> flags, String... args)
      throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    ProcessBuilder builder =
        process(home, flags, System.getProperty("java.class.path"), Main.class, args);
    List<String> command = new ArrayList<>(withDefaultSignals());
    command.addAll(builder.command());
    return RunningChild.start(builder.command(command).directory(workingDirectory.toFile()));
  }

  /** What sets the signals back, on systems that have it. */
  private static List<String> withDefaultSignals() throws IOException {
    return Stream.of(
            List.of("env", "--default-signal=INT"),
            List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", "--"))
        .filter(ChildJvm::works)
        .findFirst()
        .orElseThrow(() ->
            new IOException("neither coreutils' env (8.31 or later) nor perl is here: without one"
                + " of them it is not certain that a process can be interrupted"));
  }

  private static boolean works(List<String> wrapper) {
    List<String> trial = new ArrayList<>(wrapper);
    trial.add("true");
    try {
      Process process = new ProcessBuilder(trial)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  private static ProcessBuilder process(
      Path javaHome, List<String> flags, String classPath, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.add("-XX:+UseSerialGC");
    if (flags.stream().noneMatch(flag -> flag.startsWith("--add-modules"))) {
      command.add(QUICK_COMPILER);
    }
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder process = new ProcessBuilder(command);
    // A setting of the machine that runs the tests is none of the tests' own.
    process.environment().keySet().removeIf(name -> name.startsWith("PLENUM_"));
    return process;
  }

  /** Runs any process to its end. */
  public static App.Result run(Path workingDirectory, ProcessBuilder builder) throws IOException {
    Path out = Files.createTempFile(workingDirectory, "child", ".out");
    Path err = Files.createTempFile(workingDirectory, "child", ".err");
    try {
      Process process = builder
          .directory(workingDirectory.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
      int exitCode = process.waitFor();
      return new App.Result(
          exitCode,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** A JDK 25 of this machine; skips the test if there is none. */
  public static Path java25() throws IOException {
    Optional<Path> home = Optional.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of);
    Path jvms = Path.of("/usr/lib/jvm");
    if (home.isEmpty() && Files.isDirectory(jvms)) {
      try (Stream<Path> all = Files.list(jvms)) {
        home = all.filter(dir -> dir.getFileName().toString().contains("25"))
            .filter(dir -> Files.isExecutable(dir.resolve("bin/java")))
            .findFirst();
      }
    }
    assumeTrue(home.isPresent(), "there is no JDK 25 here: set JAVA25_HOME");
    return home.orElseThrow();
  }
}

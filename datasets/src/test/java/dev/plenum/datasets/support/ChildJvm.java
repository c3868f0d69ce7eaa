package dev.plenum.datasets.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM with the tests' class path. */
public final class ChildJvm {
  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  public static ChildJvm start(List<String> flags, Class<?> main, String... args)
      throws IOException {
    return start(Map.of(), flags, main, args);
  }

  public static ChildJvm start(
      Map<String, String> environment, List<String> flags, Class<?> main, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start());
  }

  /** The last line that it printed; waits for its end. */
  public String lastLine() throws IOException, InterruptedException {
    try {
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("the child process failed: " + output);
      }
      return output.substring(output.lastIndexOf('\n') + 1);
    } finally {
      process.destroyForcibly();
    }
  }
}

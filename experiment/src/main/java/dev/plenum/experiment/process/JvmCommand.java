package dev.plenum.experiment.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of another JVM like this one: same Java, same class path, same flags. */
public final class JvmCommand {
  /** Agents belong to this process alone, and the terminal is its own. */
  private static final List<String> NOT_INHERITED =
      List.of("-agent", "-javaagent", "-Xrunjdwp", "-Dplenum.terminal.", "-XX:ErrorFile=");

  private JvmCommand() {}

  /**
   * {@return the command line that runs a main class}
   *
   * @param main is found on the same class path
   * @param crashReport where the JVM writes about itself if it crashes; it puts its number for {@code
   *     %p}
   * @param arguments of the main class
   */
  public static List<String> of(Class<?> main, Path crashReport, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> NOT_INHERITED.stream().noneMatch(flag::startsWith))
        .forEach(command::add);
    command.add("-XX:ErrorFile=" + crashReport);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** Relative entries may not mean the same where the other JVM works. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}

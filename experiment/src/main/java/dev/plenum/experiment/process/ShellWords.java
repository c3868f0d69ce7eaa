package dev.plenum.experiment.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines as a POSIX shell would read them. */
public final class ShellWords {
  private ShellWords() {}

  /** A program and its arguments. */
  public static String join(String program, List<String> arguments) {
    return Stream.concat(Stream.of(program), arguments.stream().map(ShellWords::quote))
        .collect(Collectors.joining(" "));
  }

  /** One word, in quotes if need be. */
  public static String quote(String argument) {
    return argument.matches("[\\w@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}

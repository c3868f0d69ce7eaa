package dev.plenum.experiment.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines as a POSIX shell would read them. */
public final class ShellWords {
  private ShellWords() {}

  /**
   * {@return a program and its arguments, with spaces between}
   *
   * @param program stands there as it is
   * @param arguments are put in quotes if need be
   */
  public static String join(String program, List<String> arguments) {
    return Stream.concat(Stream.of(program), arguments.stream().map(ShellWords::quote))
        .collect(Collectors.joining(" "));
  }

  /**
   * {@return one word, in quotes if need be}
   *
   * @param argument what the shell is to read, perhaps empty
   */
  public static String quote(String argument) {
    return argument.matches("[\\w@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}

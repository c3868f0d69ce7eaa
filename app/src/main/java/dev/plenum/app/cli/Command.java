package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One command of the command line: {@code plenum train}. */
interface Command {

  /** What users type. */
  String name();

  /** What it does, in one line. */
  String description();

  /** Whether only Plenum itself starts it, so that help does not show it. */
  default boolean isInternal() {
    return false;
  }

  /** The settings that are its options. */
  default List<Key> keys() {
    return List.of(Key.VERBOSE);
  }

  /** What its options do, where that is not quite what {@link Key#description} and the default say. */
  default Map<Key, String> descriptions() {
    return Map.of();
  }

  /** What stands for an option's value, where that is not quite what {@link Key#valueLabel} says. */
  default Map<Key, String> valueLabels() {
    return Map.of();
  }

  /** Command lines that show what it is for. */
  default List<String> examples() {
    return List.of();
  }

  /** The settings with which a run can be resumed; all of its options, unless it says so. */
  default List<Key> keptKeys(Settings settings) {
    return keys();
  }

  /** What follows the name, apart from options. */
  default List<Argument> arguments() {
    return List.of();
  }

  /** Commands within this one. */
  default List<Command> commands() {
    return List.of();
  }

  /**
   * Does it.
   *
   * @param settings checked
   * @param arguments in the order of {@link #arguments}
   * @return the exit code
   */
  int run(Settings settings, List<String> arguments) throws IOException;

  /**
   * What follows a command's name.
   *
   * @param label what stands for it in the usage message
   * @param description what it is, in one line
   * @param isRepeatable whether there may be several
   */
  record Argument(String label, String description, boolean isRepeatable) {}
}

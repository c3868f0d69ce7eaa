package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One command of the command line: {@code plenum train}. Immutable once it is given away. */
final class Command {
  private final String name;
  private final String description;
  private final Action action;
  private final List<Key<?>> keys = new ArrayList<>();
  private final Map<Key<?>, String> descriptions = new LinkedHashMap<>();
  private final List<String> examples = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  private final Map<Key<?>, String> labels = new LinkedHashMap<>();
  private final Set<Key<?>> ownDefaults = new HashSet<>();
  private boolean isInternal;

  /** What a command does. */
  @FunctionalInterface
  interface Action {
    /**
     * Does it.
     *
     * @param settings checked
     * @param arguments in the order of {@link Command#arguments}
     * @return the exit code
     */
    int run(Settings settings, List<String> arguments) throws IOException;
  }

  /**
   * What follows a command's name.
   *
   * @param label what stands for it in the usage message
   * @param description what it is, in one line
   * @param isRepeatable whether there may be several
   */
  record Argument(String label, String description, boolean isRepeatable) {
    static Argument one(String label, String description) {
      return new Argument(label, description, false);
    }

    static Argument several(String label, String description) {
      return new Argument(label, description, true);
    }
  }

  /**
   * A command without options but {@code --verbose}.
   *
   * @param name what users type
   * @param description what it does, in one line
   */
  Command(String name, String description, Action action) {
    this.name = name;
    this.description = description;
    this.action = action;
  }

  /** Adds settings as options, behind those that it has. */
  Command keys(List<? extends Key<?>> more) {
    keys.addAll(more);
    return this;
  }

  /** The same. */
  Command keys(Key<?>... more) {
    return keys(List.of(more));
  }

  /** Says what an option does, where that is not quite what {@link Key#description} and the default say. */
  Command says(Key<?> key, String text) {
    descriptions.put(key, text);
    return this;
  }

  /** The same of an option whose value is not quite what {@link Key#valueLabel} says. */
  Command says(Key<?> key, String label, String text) {
    labels.put(key, label);
    return says(key, text);
  }

  /** For some keys the built-in defaults do not hold: it has numbers of its own. */
  Command ownDefaults(Key<?>... some) {
    ownDefaults.addAll(List.of(some));
    return this;
  }

  /** Adds command lines that show what it is for. */
  Command examples(String... lines) {
    examples.addAll(List.of(lines));
    return this;
  }

  /** Adds what follows the name, apart from options. */
  Command arguments(Argument... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** Adds a command within this one. */
  Command with(Command inner) {
    commands.add(inner);
    return this;
  }

  /** Only Plenum itself starts it, so that help does not show it. */
  Command internal() {
    isInternal = true;
    return this;
  }

  String name() {
    return name;
  }

  String description() {
    return description;
  }

  boolean isInternal() {
    return isInternal;
  }

  List<Key<?>> keys() {
    List<Key<?>> all = new ArrayList<>(keys);
    all.add(Keys.VERBOSE);
    return all;
  }

  /** What an option does: the command's own words, or the key's and its default. */
  String description(Key<?> key) {
    String own = descriptions.get(key);
    String usual = key.isFlag() || key.fallback().isEmpty()
        ? key.description()
        : "%s (default: %s)".formatted(key.description(), key.fallback().get());
    return own == null ? usual : own;
  }

  /** What stands for an option's value. */
  String label(Key<?> key) {
    return labels.getOrDefault(key, key.valueLabel());
  }

  Set<Key<?>> ownDefaults() {
    return ownDefaults;
  }

  List<String> examples() {
    return examples;
  }

  List<Argument> arguments() {
    return arguments;
  }

  List<Command> commands() {
    return commands;
  }

  /** Does it, see {@link Action#run}. */
  int run(Settings settings, List<String> values) throws IOException {
    return action.run(settings, values);
  }
}

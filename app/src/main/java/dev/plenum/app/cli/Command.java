package dev.plenum.app.cli;

import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** One command of the command line: {@code plenum train}. Its options are settings' keys. */
final class Command {
  /** The option that names a file with settings. */
  static final String CONFIG = "--config";

  private final CommandSpec spec;
  private final Action action;
  private final List<Key<?>> keys = new ArrayList<>();
  private final Map<Key<?>, String> descriptions = new HashMap<>();
  private final Map<Key<?>, String> labels = new HashMap<>();
  private final Set<Key<?>> ownDefaults = new HashSet<>();

  /** What a command does. */
  @FunctionalInterface
  interface Action {
    /**
     * Does it.
     *
     * @param settings checked
     * @param arguments what follows the command's name, apart from options
     * @return the exit code
     */
    int run(Settings settings, List<String> arguments) throws IOException;
  }

  /**
   * A command without options but {@code --verbose}.
   *
   * @param name what users type
   * @param description what it does, in one line
   */
  Command(String name, String description, Action action) {
    this.action = action;
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().description(description).sortOptions(false).abbreviateSynopsis(true);
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

  /** The same of an option whose value is not quite what {@link Key#kind} says. */
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
    spec.usageMessage()
        .footer(Stream.concat(Stream.of("", "Examples:"), Stream.of(lines).map("  "::concat))
            .toArray(String[]::new));
    return this;
  }

  /** Adds something that follows the name. */
  Command argument(String label, String description) {
    return argument(label, description, String.class, "", "1");
  }

  /** Adds something that may follow the name. */
  Command optionalArgument(String label, String description) {
    return argument(label, description, String.class, "", "0..1");
  }

  /** Adds one or several things that may follow the name and all else. */
  Command optionalArguments(String label, String description) {
    return argument(label, description, String[].class, "..*", "0..*");
  }

  /** Adds one or several things that follow the name and all else. */
  Command arguments(String label, String description) {
    return argument(label, description, String[].class, "..*", "1..*");
  }

  private Command argument(
      String label, String description, Class<?> type, String more, String arity) {
    spec.addPositional(PositionalParamSpec.builder()
        .index(spec.positionalParameters().size() + more)
        .arity(arity)
        .required(!arity.startsWith("0"))
        .type(type)
        .paramLabel(label)
        .description(description)
        .build());
    return this;
  }

  /** Adds a command within this one. */
  Command with(Command inner) {
    spec.addSubcommand(inner.name(), inner.spec());
    return this;
  }

  /** Only Plenum itself starts it, so that help does not show it. */
  Command internal() {
    spec.usageMessage().hidden(true);
    return this;
  }

  String name() {
    return spec.name();
  }

  /** The settings that are its options. */
  List<Key<?>> keys() {
    List<Key<?>> all = new ArrayList<>(keys);
    all.add(Keys.VERBOSE);
    return all;
  }

  /** Whether a run of it is resumed with the value of a key, which the user may have chosen. */
  boolean keeps(Key<?> key, boolean isChosen) {
    return Keys.isKept(key) && keys().contains(key) && (isChosen || !ownDefaults.contains(key));
  }

  /** Does it, see {@link Action#run}. */
  int run(Settings settings, List<String> arguments) throws IOException {
    return action.run(settings, arguments);
  }

  /** Its description for the parser, once it is complete. */
  CommandSpec spec() {
    Map<Group, List<OptionSpec>> options = new EnumMap<>(Group.class);
    for (Key<?> key : keys()) {
      options.computeIfAbsent(key.group(), group -> new ArrayList<>()).add(option(key));
    }
    options
        .computeIfAbsent(Group.RUN, group -> new ArrayList<>())
        .addAll(List.of(config(), help()));
    options.values().forEach(some -> some.forEach(spec::addOption));
    spec.usageMessage()
        .sectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> list(options, help));
    return spec;
  }

  private static String list(Map<Group, List<OptionSpec>> options, Help help) {
    CommandSpec command = help.commandSpec();
    StringBuilder text = new StringBuilder();
    options.forEach((group, some) -> text.append(help.createHeading("%n" + group.heading() + ":%n"))
        .append(help.optionListExcludingGroups(
            some,
            help.createDefaultLayout(
                command.options(), command.positionalParameters(), help.colorScheme()),
            null,
            help.parameterLabelRenderer())));
    return text.toString();
  }

  private OptionSpec option(Key<?> key) {
    OptionSpec.Builder option = OptionSpec.builder(key.option()).description(description(key));
    return key.isFlag()
        ? option.type(boolean.class).arity("0").build()
        : option
            .type(String.class)
            .paramLabel(labels.getOrDefault(key, key.kind().label()))
            .build();
  }

  /** The command's own words, or the key's and its default. */
  private String description(Key<?> key) {
    String usual = key.isFlag() || key.fallback().isEmpty()
        ? key.description()
        : "%s (default: %s)".formatted(key.description(), key.fallback().get());
    return descriptions.getOrDefault(key, usual);
  }

  private static OptionSpec config() {
    return OptionSpec.builder(CONFIG)
        .type(String.class)
        .paramLabel("FILE")
        .description("a file with settings (default: plenum.conf in the working directory, if any)")
        .build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("show this help")
        .build();
  }
}

package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Makes picocli's description of the commands, whose options are the settings' keys. */
final class CommandLineParser {
  private static final String CONFIG = "--config";

  private final PrintStream out;
  private final CommandLine commandLine;

  /**
   * What was typed.
   *
   * @param command the innermost command
   * @param configFile the value of {@code --config}
   * @param options the values of the other options
   * @param arguments what is no option
   */
  record Invocation(
      Command command,
      Optional<String> configFile,
      Map<Key<?>, String> options,
      List<String> arguments) {}

  CommandLineParser(List<Command> all, String version, PrintStream out) {
    this.out = out;
    CommandSpec root = CommandSpec.create()
        .name("plenum")
        .version("plenum " + version)
        .mixinStandardHelpOptions(true);
    root.usageMessage()
        .description("Trains, compares and combines image classifiers.")
        .footer(
            "",
            "'plenum COMMAND --help' tells more about a command. Every option is also a key in plenum.conf"
                + " (batch-size = 86) and an environment variable (PLENUM_BATCH_SIZE=86).",
            "",
            "To begin with:",
            "  plenum train --epochs 2",
            "  plenum predict runs/.../model.plenum picture.png");
    all.forEach(command -> root.addSubcommand(command.name(), specOf(command)));
    commandLine =
        new CommandLine(root).setUsageHelpAutoWidth(true).setExpandAtFiles(false); // @ is a letter
  }

  /**
   * Parses a command line.
   *
   * @return empty if help or the version was asked for, and has been printed
   * @throws CommandLine.ParameterException if it is wrong
   */
  Optional<Invocation> parse(String... args) {
    Map<Key<?>, String> options = new LinkedHashMap<>();
    ParseResult result = commandLine.parseArgs(args);
    while (!isHelpPrinted(result)) {
      collectOptions(result, options);
      if (!result.hasSubcommand()) {
        return Optional.of(invocation(result, options));
      }
      result = result.subcommand();
    }
    return Optional.empty();
  }

  private boolean isHelpPrinted(ParseResult result) {
    if (result.isUsageHelpRequested()) {
      result.commandSpec().commandLine().usage(out);
    } else if (result.isVersionHelpRequested()) {
      result.commandSpec().commandLine().printVersionHelp(out);
    } else {
      return false;
    }
    return true;
  }

  private static void collectOptions(ParseResult result, Map<Key<?>, String> options) {
    for (Key<?> key : Keys.all()) {
      if (result.hasMatchedOption(key.option())) {
        Object value = result.matchedOptionValue(key.option(), (Object) "");
        options.put(key, value.toString());
      }
    }
  }

  private static Invocation invocation(ParseResult result, Map<Key<?>, String> options) {
    if (!(result.commandSpec().userObject() instanceof Command command)) {
      throw new CommandLine.ParameterException(
          result.commandSpec().commandLine(),
          "a command is missing; there are: " + names(result.commandSpec()));
    }
    String configFile = result.matchedOptionValue(CONFIG, null);
    List<String> arguments = result.matchedPositionals().stream()
        .flatMap(positional -> positional.stringValues().stream())
        .toList();
    return new Invocation(command, Optional.ofNullable(configFile), options, arguments);
  }

  /** The commands within one that users may type. */
  static String names(CommandSpec command) {
    return command.subcommands().entrySet().stream()
        .filter(inner -> !inner.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private CommandSpec specOf(Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    new CommandHelp(command).arrange(spec);
    command.keys().forEach(key -> spec.addOption(optionOf(key, command)));
    spec.addOption(OptionSpec.builder(CONFIG)
        .type(String.class)
        .paramLabel("FILE")
        .description("a file with settings (default: plenum.conf in the working directory, if any)")
        .build());
    spec.addOption(OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("show this help")
        .build());
    for (int i = 0; i < command.arguments().size(); i++) {
      spec.addPositional(positionalOf(command.arguments().get(i), i));
    }
    command.commands().forEach(inner -> spec.addSubcommand(inner.name(), specOf(inner)));
    return spec;
  }

  private static OptionSpec optionOf(Key<?> key, Command command) {
    OptionSpec.Builder option =
        OptionSpec.builder(key.option()).description(command.description(key));
    return key.isFlag()
        ? option.type(boolean.class).arity("0").build()
        : option.type(String.class).paramLabel(command.label(key)).build();
  }

  private static PositionalParamSpec positionalOf(Command.Argument argument, int index) {
    return PositionalParamSpec.builder()
        .index(index + (argument.isRepeatable() ? "..*" : ""))
        .arity(argument.isRepeatable() ? "1..*" : "1")
        .required(true)
        .type(argument.isRepeatable() ? String[].class : String.class)
        .paramLabel(argument.label())
        .description(argument.description())
        .build();
  }
}

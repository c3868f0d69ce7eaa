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
import picocli.CommandLine.ParseResult;

/** Parses command lines with picocli, and prints help. */
final class CommandLineParser {
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
    all.forEach(command -> root.addSubcommand(command.name(), command.spec()));
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
    String configFile = result.matchedOptionValue(Command.CONFIG, null);
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
}

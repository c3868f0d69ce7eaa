package dev.plenum.app.cli;

import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What {@code --help} tells of a command.
 *
 * @param command the command
 */
record CommandHelp(Command command) {

  /** Has the usage message show the options by groups, and examples at its end. */
  void arrange(CommandSpec spec) {
    UsageMessageSpec usage = spec.usageMessage();
    usage
        .description(command.description())
        .hidden(command.isInternal())
        .sortOptions(false)
        .abbreviateSynopsis(true);
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::options);
    if (!command.examples().isEmpty()) {
      usage.footer(
          Stream.concat(Stream.of("", "Examples:"), command.examples().stream().map("  "::concat))
              .toArray(String[]::new));
    }
  }

  private String options(Help help) {
    StringBuilder text = new StringBuilder();
    for (Group group : Group.values()) {
      List<OptionSpec> options = options(help.commandSpec(), group);
      if (!options.isEmpty()) {
        text.append(help.createHeading("%n" + group.heading() + ":%n"))
            .append(help.optionListExcludingGroups(
                options,
                help.createDefaultLayout(
                    help.commandSpec().options(),
                    help.commandSpec().positionalParameters(),
                    help.colorScheme()),
                null,
                help.parameterLabelRenderer()));
      }
    }
    return text.toString();
  }

  /** Those that are no keys come last. */
  private List<OptionSpec> options(CommandSpec spec, Group group) {
    List<OptionSpec> options = new ArrayList<>();
    List<String> keys = command.keys().stream().map(Key::option).toList();
    for (Key<?> key : command.keys()) {
      if (key.group() == group) {
        options.add(spec.findOption(key.option()));
      }
    }
    if (group == Group.RUN) {
      spec.options().stream()
          .filter(option -> !keys.contains(option.longestName()))
          .forEach(options::add);
    }
    return options;
  }
}

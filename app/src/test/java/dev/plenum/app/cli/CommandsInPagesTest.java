package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.Main;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.SettingsLoader;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

/** Every command that a page shows can be typed: its options are there, and take these values. */
class CommandsInPagesTest {
  private static final Path REPOSITORY = Path.of("..");
  /** A line of a code block that runs Plenum, perhaps with variables before it. */
  private static final Pattern LINE = Pattern.compile(
      "^(?:    |\\$ )?(?:[A-Z0-9_]+=\\S+ )*(?:\\./)?plenum ((?:[a-z-]+|--help).*)$");

  /** What belongs to the shell: a pipe, a redirection, a comment, what runs behind it. */
  private static final Pattern SHELL = Pattern.compile("\\s(?:[|&;#]|\\d?>).*$");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @TempDir
  Path folder;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md").map(REPOSITORY::resolve),
              docs.filter(page -> page.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<String> commands(Path page) throws IOException {
    String text = Files.readString(page).replaceAll("\\\\\n\\s*", "");
    List<String> commands = new ArrayList<>();
    boolean isFenced = false;
    for (String line : text.split("\n", -1)) {
      isFenced ^= line.startsWith("```");
      Matcher command = LINE.matcher(line);
      if (command.matches() && (isFenced || line.startsWith("    "))) {
        commands.add(SHELL.matcher(command.group(1)).replaceAll(""));
      }
    }
    return commands;
  }

  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> Stream.of(1, 2, 3)
            .map(word::group)
            .filter(group -> group != null)
            .findFirst()
            .orElseThrow())
        .toArray(String[]::new);
  }

  @TestFactory
  Stream<DynamicTest> everyCommandOfAPageIsUnderstood() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (String command : commands(page)) {
        tests.add(DynamicTest.dynamicTest(
            REPOSITORY.relativize(page) + ": plenum " + command, () -> isUnderstood(command)));
      }
    }
    assertTrue(tests.size() > 60, "only " + tests.size() + " commands were found");
    return tests.stream();
  }

  private void isUnderstood(String command) {
    Host host = new Host(
        InputStream.nullInputStream(),
        System.out,
        System.err,
        OptionalInt.empty(),
        Map.of(),
        folder,
        Main.class);
    new Plenum(host).parse(words(command)).ifPresent(this::requireValues);
  }

  /** Refuses values of options that cannot be. */
  private void requireValues(CommandLineParser.Invocation invocation) {
    Map<Key<?>, String> options = new LinkedHashMap<>(invocation.options());
    options.remove(Keys.RESUME); // it would be read
    new SettingsLoader(Map.of(), folder).load(Optional.empty(), options);
  }

  @Test
  void whatIsUnknownIsFound() {
    assertThrows(ParameterException.class, () -> isUnderstood("train --no-such 3"));
    assertThrows(ParameterException.class, () -> isUnderstood("no-such"));
    assertThrows(UsageException.class, () -> isUnderstood("train --epochs many"));
  }
}

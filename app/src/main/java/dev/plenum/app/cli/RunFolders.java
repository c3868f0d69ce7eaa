package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.config.Value;
import dev.plenum.app.host.Host;
import dev.plenum.app.text.ShellWords;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.run.FolderName;
import dev.plenum.experiment.run.RunConfiguration;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Where the results of a command go. */
final class RunFolders {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private RunFolders() {}

  /**
   * The folder of a command's run: the one to resume, the one that was named, else a new one.
   *
   * @param commandLine what was typed, without the program's name
   * @param what is trained, for the name of a new folder; may be empty
   */
  static RunFolder claim(
      Host host, Settings settings, Command command, List<String> commandLine, String what) {
    Consumer<RunFolder> unfinished = run -> host.err()
        .println("What was done so far is kept. To resume it: "
            + resumption(host, run.configuration(), run.path()));
    if (settings.resume().isPresent()) {
      Path folder = settings.resume().get();
      requireRunOf(command, folder, host);
      return RunFolder.resume(folder, command.name(), unfinished);
    }
    Invocation invocation =
        new Invocation(ShellWords.join("plenum", commandLine), Plenum.version(), Instant.now());
    Path folder = settings.out().orElseGet(() -> unused(host, command.name(), what));
    RunConfiguration configuration = new RunConfiguration(
        command.name(), invocation, kept(command.keptKeys(settings), settings));
    try {
      return RunFolder.claim(folder, configuration, unfinished);
    } catch (RunRefusedException e) {
      throw new UsageException(e.getMessage() + hint(folder, host));
    }
  }

  /** What to type where the folder of a new run has one already. */
  private static String hint(Path folder, Host host) {
    return Files.isRegularFile(folder.resolve(RunConfiguration.FILE))
        ? ". To resume it: " + resumption(host, RunConfiguration.read(folder), folder)
        : "";
  }

  private static void requireRunOf(Command command, Path folder, Host host) {
    RunConfiguration started = RunConfiguration.read(folder);
    if (!started.command().equals(command.name())) {
      throw new UsageException("%s holds a run of another command. To resume it: %s"
          .formatted(folder, resumption(host, started, folder)));
    }
  }

  private static Map<String, String> kept(Collection<Key> keys, Settings settings) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Key key : Key.values()) {
      Value value = settings.values().get(key);
      if (value != null && keys.contains(key) && key.isKept()) {
        kept.put(key.key(), value.text());
      }
    }
    return kept;
  }

  private static String resumption(Host host, RunConfiguration started, Path folder) {
    return "plenum %s %s %s"
        .formatted(
            started.command(),
            Key.RESUME.option(),
            ShellWords.quote(host.shown(folder).toString()));
  }

  /**
   * Whether there is nothing left to do; says so.
   *
   * @param result the file that is written last
   */
  static boolean isFinished(RunFolder folder, String result, Host host) {
    if (folder.has(result)) {
      host.out().println("The run is finished: " + host.shown(folder.path()));
    }
    return folder.has(result);
  }

  /** {@code runs/<time>-<command>-<what>}, with a number if need be. */
  private static Path unused(Host host, String command, String what) {
    Path runs = host.workingDirectory().resolve("runs");
    String time = TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
    String name = time + "-" + command + (what.isEmpty() ? "" : "-" + FolderName.of(what));
    Path folder = runs.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = runs.resolve(name + "-" + i);
    }
    return folder;
  }
}

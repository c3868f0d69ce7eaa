package dev.plenum.app.cli;

import dev.plenum.app.Host;
import dev.plenum.app.config.RunConfiguration;
import dev.plenum.app.config.Settings;
import dev.plenum.app.text.FolderName;
import dev.plenum.app.text.ShellWords;
import dev.plenum.app.train.RunFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Where the results of a command go. */
final class RunFolders {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private RunFolders() {}

  /**
   * The folder of a command's run: the one to go on in, the one that was named, else a new one.
   *
   * @param commandLine what was typed, without the program's name
   * @param what is trained, for the name of a new folder; may be empty
   */
  static RunFolder claim(
      Host host, Settings settings, Command command, List<String> commandLine, String what) {
    if (settings.resume().isPresent()) {
      return RunFolder.resume(host, settings.resume().get(), command.name());
    }
    Invocation invocation =
        new Invocation(ShellWords.join("plenum", commandLine), Plenum.version(), Instant.now());
    return RunFolder.claim(
        host,
        settings.out().orElseGet(() -> unused(host, command.name(), what)),
        RunConfiguration.of(command.name(), invocation, command.keptKeys(settings), settings));
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

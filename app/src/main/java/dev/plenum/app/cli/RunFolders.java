package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.process.ShellWords;
import dev.plenum.experiment.run.FolderName;
import dev.plenum.experiment.run.RunConfiguration;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the results of commands go.
 *
 * @param host where relative paths start, and what is told
 * @param commandLine what was typed, without the program's name
 */
record RunFolders(Host host, List<String> commandLine) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** What fills a run's folder. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run(RunFolder folder) throws IOException;
  }

  /** What was typed, now. */
  Invocation invocation() {
    return new Invocation(ShellWords.join("plenum", commandLine), Plenum.version(), Instant.now());
  }

  /**
   * Does a command's work in its folder, unless it is done already.
   *
   * @param what is trained, for the name of a new folder; may be empty
   * @param result the file that is written last
   * @return the exit code
   */
  int run(Settings settings, Command command, String what, String result, Work work)
      throws IOException {
    try (RunFolder folder = claim(settings, command, what)) {
      if (!isFinished(folder, result)) {
        work.run(folder);
        host.out().println("Files: " + host.shown(folder.path()));
      }
      folder.finish();
    }
    return ExitCode.SUCCESS;
  }

  /**
   * The folder of a command's run: the one to resume, the one that was named, else a new one.
   *
   * @param what is trained, for the name of a new folder; may be empty
   */
  RunFolder claim(Settings settings, Command command, String what) {
    Consumer<RunFolder> unfinished = run -> host.err()
        .println("What was done so far is kept. To resume it: "
            + resumption(run.configuration(), run.path()));
    Optional<Path> resumed = settings.find(Keys.RESUME);
    if (resumed.isPresent()) {
      requireRunOf(command, resumed.get());
      return RunFolder.resume(resumed.get(), command.name(), unfinished);
    }
    Path folder = settings.find(Keys.OUT).orElseGet(() -> unused(command.name(), what));
    RunConfiguration configuration =
        new RunConfiguration(command.name(), invocation(), kept(command, settings));
    try {
      return RunFolder.claim(folder, configuration, unfinished);
    } catch (RunRefusedException e) {
      throw new UsageException(e.getMessage() + hint(folder));
    }
  }

  /** What to type where the folder of a new run has one already. */
  private String hint(Path folder) {
    return Files.isRegularFile(folder.resolve(RunConfiguration.FILE))
        ? ". To resume it: " + resumption(RunConfiguration.read(folder), folder)
        : "";
  }

  private void requireRunOf(Command command, Path folder) {
    RunConfiguration started = RunConfiguration.read(folder);
    if (!started.command().equals(command.name())) {
      throw new UsageException("%s holds a run of another command. To resume it: %s"
          .formatted(folder, resumption(started, folder)));
    }
  }

  /** The settings with which a run can be resumed. */
  private static Map<String, String> kept(Command command, Settings settings) {
    Map<String, String> kept = new LinkedHashMap<>();
    settings.values().forEach((key, value) -> {
      if (command.keeps(key, settings.isChosen(key))) {
        kept.put(key.key(), value.text());
      }
    });
    return kept;
  }

  private String resumption(RunConfiguration started, Path folder) {
    return "plenum %s %s %s"
        .formatted(
            started.command(),
            Keys.RESUME.option(),
            ShellWords.quote(host.shown(folder).toString()));
  }

  /**
   * Whether there is nothing left to do; says so.
   *
   * @param result the file that is written last
   */
  boolean isFinished(RunFolder folder, String result) {
    if (folder.has(result)) {
      host.out().println("The run is finished: " + host.shown(folder.path()));
    }
    return folder.has(result);
  }

  /** {@code runs/<time>-<command>-<what>}, with a number if need be. */
  private Path unused(String command, String what) {
    String time = TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
    String name = time + "-" + command + (what.isEmpty() ? "" : "-" + FolderName.of(what));
    return FolderName.unused(host.workingDirectory().resolve("runs"), name);
  }
}

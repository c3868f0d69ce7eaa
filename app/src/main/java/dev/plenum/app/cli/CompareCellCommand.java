package dev.plenum.app.cli;

import dev.plenum.app.Host;
import dev.plenum.app.compare.cell.CellProcess;
import dev.plenum.app.compare.cell.CellRun;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.text.ShellWords;
import dev.plenum.app.train.Recipe;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The part of {@code plenum compare} that runs in a JVM of its own. */
final class CompareCellCommand implements Command {
  private final Host host;
  private final List<String> commandLine;

  CompareCellCommand(Host host, List<String> commandLine) {
    this.host = host;
    this.commandLine = commandLine;
  }

  @Override
  public String name() {
    return CellProcess.COMMAND;
  }

  @Override
  public String description() {
    return "Runs one training of a comparison.";
  }

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public List<Key> keys() {
    return Stream.concat(Recipe.KEYS.stream(), Stream.of(Key.OUT, Key.VERBOSE)).toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Instant started = Instant.now();
    endWithParent();
    Path out = settings
        .out()
        .orElseThrow(() -> settings.refuse(Key.OUT, "name the folder of the results"));
    String command = ShellWords.join("plenum", commandLine);
    Wiring.injector(host, settings)
        .getInstance(CellRun.class)
        .run(out, new Invocation(command, Plenum.version(), started));
    return ExitCode.SUCCESS;
  }

  /** A comparison that was killed must not leave a training behind that nobody waits for. */
  private static void endWithParent() {
    ProcessHandle.current().parent().ifPresent(parent -> {
      Thread watch = new Thread(
          () -> {
            parent.onExit().join();
            Runtime.getRuntime().exit(ExitCode.FAILURE);
          },
          "plenum-end-with-parent");
      watch.setDaemon(true);
      watch.start();
    });
  }
}

package dev.plenum.app.cli;

import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.persistence.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the results of a command go. */
final class RunFolders {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** What a run can be gone on with differently: the results do not depend on it. */
  private static final Set<Key> WITHOUT_EFFECT = EnumSet.of(
      Key.THREADS, Key.KERNELS, Key.DATA_DIR, Key.SIDE_BY_SIDE, Key.OUT, Key.RESUME, Key.VERBOSE);

  private RunFolders() {}

  /** The folder that was named, else {@code runs/<time>-<command>-<what>} with a number if need be. */
  static Path choose(Host host, Settings settings, String command, String what) {
    if (settings.out().isPresent()) {
      return settings.out().get();
    }
    if (settings.resume()) {
      throw new UsageException(
          "to go on with a run, name its folder: %s DIR".formatted(Key.OUT.option()));
    }
    Path runs = host.workingDirectory().resolve("runs");
    String time = TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
    String name = what.isEmpty() ? time + "-" + command : time + "-" + command + "-" + what;
    Path folder = runs.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = runs.resolve(name + "-" + i);
    }
    return folder;
  }

  /** What the results of a command depend on. */
  static JsonObject configuration(Settings settings, Command command) {
    List<Key> keys =
        command.keys().stream().filter(key -> !WITHOUT_EFFECT.contains(key)).toList();
    JsonObject configuration = JsonObject.empty().with("command", command.name());
    for (Key key : keys) {
      var value = settings.values().get(key);
      if (value != null) {
        configuration = configuration.with(key.key(), value.text());
      }
    }
    return configuration;
  }
}

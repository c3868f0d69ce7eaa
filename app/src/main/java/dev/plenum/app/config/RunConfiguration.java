package dev.plenum.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.plenum.app.IoReason;
import dev.plenum.app.document.Documents;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a run was started with: the file {@code configuration.json} of its folder, {@code
 * {command, commandLine, plenumVersion, started, settings{…}}}.
 *
 * @param command the command: {@code train}
 * @param invocation how it was started
 * @param settings everything that the run can be gone on with
 */
public record RunConfiguration(String command, Invocation invocation, EarlierSettings settings) {
  /** The file's name. */
  public static final String FILE = "configuration.json";

  /**
   * What a command is started with now.
   *
   * @param keys the command's
   */
  public static RunConfiguration of(
      String command, Invocation invocation, Collection<Key> keys, Settings settings) {
    Map<Key, String> values = new EnumMap<>(Key.class);
    for (Key key : keys) {
      Value value = settings.values().get(key);
      if (value != null && key.isKept()) {
        values.put(key, value.text());
      }
    }
    return new RunConfiguration(command, invocation, new EarlierSettings(values, FILE));
  }

  /**
   * Reads a folder's file.
   *
   * @throws UsageException if there is no such folder or file, or it is damaged
   */
  public static RunConfiguration read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new UsageException(
          "there is no run to go on with in %s: it has no %s".formatted(folder, FILE));
    }
    try {
      return parse(Documents.json(file), file);
    } catch (ConfigException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(file, IoReason.of(e)));
    }
  }

  /**
   * Reads a file's text.
   *
   * @throws UsageException if it is damaged
   */
  public static RunConfiguration parse(String json, Path file) {
    try {
      return parse(Documents.json(json, FILE), file);
    } catch (ConfigException e) {
      throw damaged(file, e);
    }
  }

  private static RunConfiguration parse(Config config, Path file) {
    try {
      Invocation invocation = new Invocation(
          config.getString("commandLine"),
          config.getString("plenumVersion"),
          Instant.parse(config.getString("started")));
      return new RunConfiguration(
          config.getString("command"),
          invocation,
          EarlierSettings.of(config.getObject("settings"), file.toString()));
    } catch (ConfigException | DateTimeException e) {
      throw damaged(file, e);
    }
  }

  private static UsageException damaged(Path file, RuntimeException e) {
    return new UsageException(
        "%s is damaged: %s; start a new run in another folder".formatted(file, e.getMessage()));
  }

  /** The file's content. */
  public JsonObject toJson() {
    return JsonObject.empty()
        .with("command", command)
        .with("commandLine", invocation.command())
        .with("plenumVersion", invocation.plenumVersion())
        .with("started", invocation.started().toString())
        .with("settings", settings.toJson());
  }
}

package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.IoReason;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run was started with: the file {@code configuration.json} of its folder, {@code
 * {command, commandLine, plenumVersion, started, settings{…}}}.
 *
 * @param command what was started: {@code train}
 * @param invocation how it was started
 * @param settings everything that is needed to resume it, by name
 */
public record RunConfiguration(
    String command, Invocation invocation, Map<String, String> settings) {
  /** The file's name. */
  public static final String FILE = "configuration.json";

  /**
   * {@return what a program that embeds Plenum starts, which needs no settings to be resumed}
   *
   * @param program its name, which stands for the command and its command line
   */
  public static RunConfiguration of(String program) {
    return new RunConfiguration(program, Invocation.of(program), Map.of());
  }

  /**
   * Copies the map, keeping its order.
   *
   * @param command what was started: {@code train}
   * @param invocation how it was started
   * @param settings everything that is needed to resume it, by name
   */
  public RunConfiguration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * Reads a folder's file.
   *
   * @param folder the run's
   * @return what the run was started with
   * @throws RunRefusedException if there is no such folder or file, or it is damaged
   */
  public static RunConfiguration read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new RunRefusedException(
          "there is no run to resume in %s: it has no %s".formatted(folder, FILE));
    }
    try {
      return of(JsonValue.read(file));
    } catch (InvalidJsonException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw new RunRefusedException("%s cannot be read: %s".formatted(file, IoReason.of(e)));
    }
  }

  private static RunConfiguration of(JsonValue json) {
    Invocation invocation = new Invocation(
        json.required("commandLine").text(),
        json.required("plenumVersion").text(),
        instant(json.required("started")));
    JsonValue given = json.required("settings");
    Map<String, String> settings = new LinkedHashMap<>();
    given.keys().forEach(key -> settings.put(key, given.required(key).text()));
    return new RunConfiguration(json.required("command").text(), invocation, settings);
  }

  private static Instant instant(JsonValue value) {
    try {
      return Instant.parse(value.text());
    } catch (DateTimeException e) {
      throw value.expected("a time such as 2026-01-02T03:04:05Z");
    }
  }

  private static RunRefusedException damaged(InvalidJsonException e) {
    return new RunRefusedException(
        "the run is damaged: %s; start a new run in another folder".formatted(e.getMessage()));
  }

  /**
   * Writes the file of a new run; an empty one is taken.
   *
   * @throws RunRefusedException if another process has begun a run in the folder
   */
  void write(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file) && Files.size(file) > 0) {
      throw new RunRefusedException(
          "another process has just begun a run in the folder %s: name another".formatted(folder));
    }
    Files.writeString(
        file,
        toJson().toString(),
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.SYNC);
  }

  /** The file's content. */
  JsonObject toJson() {
    return JsonObject.empty()
        .with("command", command)
        .with("commandLine", invocation.command())
        .with("plenumVersion", invocation.plenumVersion())
        .with("started", invocation.started().toString())
        .with("settings", JsonObject.of(settings));
  }
}

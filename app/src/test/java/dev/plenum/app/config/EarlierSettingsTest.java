package dev.plenum.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.Thrown;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a resumed run has of its start, and what of the present one. */
class EarlierSettingsTest {
  @TempDir
  Path folder;

  @BeforeEach
  void startARun() throws IOException {
    Map<String, String> settings = Map.of(
        "epochs", "9",
        "validation", "1/5",
        "threads", "3",
        "checkpoint-seconds", "0.5",
        "data-dir", "data");
    JsonObject started = JsonObject.empty()
        .with("command", "train")
        .with("commandLine", "plenum train")
        .with("plenumVersion", "1")
        .with("started", "2026-01-02T03:04:05Z")
        .with("settings", JsonObject.of(settings));
    Files.createDirectory(folder.resolve("run"));
    Files.writeString(folder.resolve("run/configuration.json"), started.toString());
  }

  private Settings load(Map<String, String> environment, Map<Key<?>, String> options) {
    return new SettingsLoader(environment, folder).load(Optional.empty(), options);
  }

  private Settings resume(Map<String, String> environment, Map<Key<?>, String> options) {
    Map<Key<?>, String> all = new HashMap<>();
    all.putAll(options);
    all.put(Keys.RESUME, "run");
    return load(environment, all);
  }

  private String refusal(Map<Key<?>, String> options) {
    return Thrown.message(RuntimeException.class, () -> resume(Map.of(), options));
  }

  @Test
  void theRunGoesOnWithAllThatItWasStartedWith() {
    Settings settings = resume(Map.of(), Map.of());
    assertEquals(9, settings.get(Keys.EPOCHS));
    assertEquals(0.2, settings.get(Keys.VALIDATION));
    assertEquals(Optional.of(3), settings.find(Keys.THREADS));
    assertEquals(Duration.ofMillis(500), settings.get(Keys.CHECKPOINT_SECONDS));
    assertEquals(Optional.of(folder.resolve("data")), settings.find(Keys.DATA_DIR));
    assertEquals(Optional.of(folder.resolve("run")), settings.find(Keys.OUT));
    assertEquals(settings.find(Keys.OUT), settings.find(Keys.RESUME));
  }

  @Test
  void theEnvironmentChangesNoResult() {
    Settings settings = resume(
        Map.of(
            "PLENUM_EPOCHS", "2",
            "PLENUM_LIMIT", "50",
            "PLENUM_FOLDS", "2",
            "PLENUM_THREADS", "1"),
        Map.of());
    assertEquals(9, settings.get(Keys.EPOCHS));
    assertEquals(Optional.empty(), settings.find(Keys.LIMIT));
    assertEquals(Optional.empty(), settings.find(Keys.FOLDS));
    assertEquals(Optional.of(1), settings.find(Keys.THREADS));
  }

  @Test
  void anOptionThatWouldChangeTheResultIsRefused() {
    assertEquals(
        "epochs: the run was started with '9', not with '2': leave the option out, or start a new run (option --epochs)",
        refusal(Map.of(Keys.EPOCHS, "2")));
    assertTrue(refusal(Map.of(Keys.LIMIT, "2")).contains("was started with the default"));
    assertTrue(refusal(Map.of(Keys.FOLDS, "2")).contains("was started with the default"));
  }

  @Test
  void theSameOptionAgainAndOthersThatChangeNoResultAreTaken() {
    Settings settings = resume(
        Map.of(), Map.of(Keys.EPOCHS, "9", Keys.CHECKPOINT_SECONDS, "7", Keys.VERBOSE, "true"));
    assertEquals(Duration.ofSeconds(7), settings.get(Keys.CHECKPOINT_SECONDS));
    assertTrue(settings.has(Keys.VERBOSE));
  }

  @Test
  void anotherOutputFolderIsRefused() {
    assertTrue(refusal(Map.of(Keys.OUT, "there")).contains("leave out --out"));
  }

  @Test
  void aFolderWithoutARunIsRefused() throws IOException {
    Files.delete(folder.resolve("run/configuration.json"));
    assertTrue(refusal(Map.of()).contains("it has no configuration.json"));
    Files.writeString(folder.resolve("run/configuration.json"), "[1]");
    assertTrue(refusal(Map.of()).contains("is damaged"));
  }

  @Test
  void aSettingOfANewerVersionIsRefused() throws IOException {
    Path file = folder.resolve("run/configuration.json");
    Files.writeString(file, Files.readString(file).replace("\"epochs\"", "\"eras\""));
    String e = refusal(Map.of());
    assertTrue(e.contains("unknown setting 'eras'"), e);
  }

  @Test
  void anIntervalOfManyYearsIsNoError() {
    assertTrue(load(Map.of(), Map.of(Keys.CHECKPOINT_SECONDS, "1e300"))
            .get(Keys.CHECKPOINT_SECONDS)
            .toDays()
        > 100_000);
  }
}

package dev.plenum.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.Host;
import dev.plenum.app.Thrown;
import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.RunConfiguration;
import dev.plenum.app.config.UsageException;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final RunConfiguration CONFIGURATION = new RunConfiguration(
      "train",
      new Invocation("plenum train --epochs 3", "1.2", Instant.parse("2026-01-02T03:04:05.678Z")),
      new EarlierSettings(Map.of(Key.EPOCHS, "3"), "x"));

  @TempDir
  Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Host host() {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Host(
        InputStream.nullInputStream(), stream, stream, OptionalInt.empty(), Map.of(), folder);
  }

  private RunFolder claim(String name) {
    return RunFolder.claim(host(), folder.resolve(name), CONFIGURATION);
  }

  private String claimRefused(String name) {
    return Thrown.message(UsageException.class, () -> claim(name).close());
  }

  private RunFolder resume(String name) {
    return RunFolder.resume(host(), folder.resolve(name), "train");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFolderThatWasMadeForTheRunGoesWithItsParentsIfTheRunFails() throws IOException {
    try (RunFolder run = claim("runs/a/b")) {
      Files.createDirectories(run.path().resolve("members/1/checkpoints"));
      Files.createDirectory(run.path().resolve("members/1/.unfinished"));
      Files.writeString(run.path().resolve("members/1/.unfinished/model.plenum"), "half");
    }
    assertEquals(List.of(), names(folder));
    assertEquals("", told());
  }

  @Test
  void aFolderThatWasThereStaysEmpty() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    claim("mine").close();
    assertEquals(List.of("mine"), names(folder));
    assertEquals(List.of(), names(folder.resolve("mine")));
  }

  @Test
  void aParentThatOthersUseMeanwhileStays() throws IOException {
    try (RunFolder run = claim("runs/a")) {
      Files.createDirectory(run.path().resolveSibling("b"));
    }
    assertEquals(List.of("b"), names(folder.resolve("runs")));
  }

  @Test
  void aFinishedRunStaysAndIsNotSpokenOf() throws IOException {
    try (RunFolder run = claim("out")) {
      Files.writeString(run.path().resolve("run.json"), "{}");
      run.finish();
    }
    assertEquals(List.of("configuration.json", "run.json"), names(folder.resolve("out")));
    assertEquals("", told());
  }

  @Test
  void aRunWithACheckpointStaysAndTellsHowToGoOn() throws IOException {
    try (RunFolder run = claim("my runs/a")) {
      Files.createDirectory(run.path().resolve("checkpoints"));
      Files.writeString(run.path().resolve("checkpoints/checkpoint-1.plenum"), "x");
    }
    assertEquals(
        "What was done so far is kept. To go on: plenum train --resume 'my runs/a'",
        told().strip());
    try (RunFolder run = resume("my runs/a")) {
      assertEquals(CONFIGURATION.invocation(), run.invocation());
      run.finish();
    }
  }

  @Test
  void aRunThatIsGoneOnWithStaysAlsoWithoutACheckpoint() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    String configuration = CONFIGURATION.toJson().toString();
    Files.writeString(out.resolve("configuration.json"), configuration);
    resume("out").close();
    assertEquals(configuration, Files.readString(out.resolve("configuration.json")));
  }

  @Test
  void aFolderInUseIsRefusedToOthers() throws IOException {
    try (RunFolder run = claim("out")) {
      assertTrue(claimRefused("out").contains("is not empty (it has configuration.json)"));
      String resumed = Thrown.message(UsageException.class, () -> resume("out").close());
      assertTrue(resumed.contains("another process is at work in the folder"), resumed);
      assertTrue(Files.exists(run.path().resolve("configuration.json")));
    }
  }

  @Test
  void anEmptyConfigurationIsWhatAKilledProcessLeaves() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("configuration.json"), "");
    try (RunFolder run = claim("out")) {
      run.finish();
    }
    assertEquals(
        CONFIGURATION.toJson().toString(), Files.readString(out.resolve("configuration.json")));
  }

  @Test
  void aFolderThatHoldsARunIsRefusedWithTheWayToGoOn() throws IOException {
    try (RunFolder run = claim("out")) {
      run.finish();
    }
    String e = claimRefused("out");
    assertTrue(e.contains("is not empty (it has configuration.json)"), e);
    assertTrue(e.endsWith("or go on with the run that it holds by --resume out"), e);
  }

  @Test
  void aRunOfAnotherCommandIsRefused() {
    try (RunFolder run = claim("out")) {
      run.finish();
    }
    String e = Thrown.message(
        UsageException.class,
        () -> RunFolder.resume(host(), folder.resolve("out"), "committee").close());
    assertTrue(e.endsWith("to go on with it: plenum train --resume out"), e);
  }

  @Test
  void aFolderThatIsNotEmptyIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    String e = claimRefused("");
    assertTrue(e.contains("is not empty (it has notes.txt); name a new one, or an empty one"), e);
    assertEquals(List.of("notes.txt"), names(folder));
  }

  @Test
  void aFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    assertTrue(claimRefused("file").endsWith("is a file"));
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedAndNothingStays() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    assertTrue(claimRefused("file/out").endsWith("file is not a folder"), claimRefused("file/out"));
    assertFalse(Files.exists(folder.resolve("file/out")));
  }

  @Test
  void aDamagedConfigurationIsRefused() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("configuration.json"), "{\"command\": \"train\"");
    String e = Thrown.message(UsageException.class, () -> resume("out").close());
    assertTrue(e.contains("configuration.json is damaged"), e);
  }
}

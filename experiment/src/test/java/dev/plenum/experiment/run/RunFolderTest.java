package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.OtherProcess;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final RunConfiguration CONFIGURATION = new RunConfiguration(
      "train",
      new Invocation("plenum train --epochs 3", "1.2", Instant.parse("2026-01-02T03:04:05.678Z")),
      Map.of("epochs", "3"));

  @TempDir
  Path folder;

  private final List<Path> unfinished = new ArrayList<>();

  private void unfinished(RunFolder run) {
    unfinished.add(folder.relativize(run.path()));
  }

  private RunFolder claim(String name) {
    return RunFolder.claim(folder.resolve(name), CONFIGURATION, this::unfinished);
  }

  private String claimRefused(String name) {
    return Thrown.message(RunRefusedException.class, () -> claim(name).close());
  }

  private RunFolder resume(String name) {
    return RunFolder.resume(folder.resolve(name), "train", this::unfinished);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderThatWasMadeForTheRunGoesWithItsParentsIfTheRunFails() throws IOException {
    try (RunFolder run = claim("runs/a/b")) {
      Files.createDirectories(run.path().resolve("members/1/checkpoints"));
      Files.createDirectory(run.path().resolve("members/1/.unfinished"));
      Files.writeString(run.path().resolve("members/1/.unfinished/model.plenum"), "half");
    }
    assertEquals(List.of(), names(folder));
    assertEquals(List.of(), unfinished);
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
    assertEquals(List.of(".lock", "configuration.json", "run.json"), names(folder.resolve("out")));
    assertEquals(List.of(), unfinished);
  }

  @Test
  void aRunWithACheckpointStaysAndItsOwnerIsTold() throws IOException {
    try (RunFolder run = claim("my runs/a")) {
      Files.createDirectory(run.path().resolve("checkpoints"));
      Files.writeString(run.path().resolve("checkpoints/checkpoint-1.plenum"), "x");
    }
    assertEquals(List.of(Path.of("my runs/a")), unfinished);
    try (RunFolder run = resume("my runs/a")) {
      assertEquals(CONFIGURATION.invocation(), run.invocation());
      run.finish();
    }
  }

  @Test
  void aRunThatHasOnlyNotedWhatItIsToDoHasNothingToResumeFrom() throws IOException {
    try (RunFolder run = claim("out")) {
      Files.writeString(run.path().resolve("recipes.json"), "{}");
      Files.writeString(run.path().resolve("space.json"), "{}");
    }
    assertEquals(List.of(), names(folder));
    assertEquals(List.of(), unfinished);
  }

  @Test
  void aRunThatWasKilledBeforeItHadItsImagesNotesThemWhenItIsResumed() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("configuration.json"), CONFIGURATION.toJson().toString());
    Files.writeString(out.resolve("recipes.json"), "{}");
    try (RunFolder run = resume("out")) {
      run.begin(RunInputs.of(TinyMnist.data().whole(), Map.of()), true);
      assertTrue(run.has("inputs.json"));
    }
  }

  @Test
  void aRunThatIsResumedStaysAlsoWithoutACheckpoint() throws IOException {
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
      String resumed =
          Thrown.message(RunRefusedException.class, () -> resume("out").close());
      assertTrue(resumed.contains("another process is at work in the folder"), resumed);
      assertTrue(Files.exists(run.path().resolve("configuration.json")));
    }
  }

  @Test
  void aFolderInUseStaysClosedToOtherProcessesWhateverIsReadOrTriedInThisOne()
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    try (RunFolder run = claim("out")) {
      assertEquals(CONFIGURATION, RunConfiguration.read(out));
      for (String name : names(out)) {
        if (!name.equals(".lock")) {
          assertTrue(Files.size(out.resolve(name)) == Files.readAllBytes(out.resolve(name)).length);
        }
      }
      Files.createSymbolicLink(folder.resolve("link"), out);
      assertTrue(Thrown.message(RunRefusedException.class, () -> resume("link").close())
          .contains("another process is at work"));
      String told = OtherProcess.resume(out, "train");
      assertTrue(told.startsWith("another process is at work in the folder " + out), told);
      run.finish();
    }
    assertEquals("it works in " + out, OtherProcess.resume(out, "train"));
  }

  @Test
  void aRunOfAnEarlierVersionWhichLockedItsConfigurationIsResumed() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("configuration.json"), CONFIGURATION.toJson().toString());
    try (RunFolder run = resume("out")) {
      assertEquals(CONFIGURATION, run.configuration());
    }
  }

  @Test
  void aFolderWithoutARunGetsNoLockWhenItIsToBeResumed() throws IOException {
    String e = Thrown.message(RunRefusedException.class, () -> resume("").close());
    assertTrue(e.endsWith("it has no configuration.json"), e);
    assertEquals(List.of(), names(folder));
  }

  @Test
  void aLinkToAFolderIsAsTheFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("link"), real);
    claim("link").close();
    assertEquals(List.of(), names(real));
    assertEquals(List.of(), unfinished);
    try (RunFolder run = claim("link")) {
      Files.createDirectory(run.path().resolve("checkpoints"));
      Files.writeString(run.path().resolve("checkpoints/checkpoint-1.plenum"), "x");
    }
    assertEquals(List.of(Path.of("link")), unfinished);
    assertTrue(Files.isSymbolicLink(folder.resolve("link")));
  }

  @Test
  void emptyFilesAreWhatAKilledProcessLeaves() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("configuration.json"), "");
    Files.writeString(out.resolve(".lock"), "");
    try (RunFolder run = claim("out")) {
      run.finish();
    }
    assertEquals(
        CONFIGURATION.toJson().toString(), Files.readString(out.resolve("configuration.json")));
  }

  @Test
  void aFolderThatHoldsARunIsRefused() throws IOException {
    try (RunFolder run = claim("out")) {
      run.finish();
    }
    String e = claimRefused("out");
    assertTrue(e.contains("is not empty (it has configuration.json)"), e);
    assertTrue(e.endsWith("resume the run that it holds, or delete that"), e);
  }

  @Test
  void aRunOfAnotherCommandIsRefused() {
    try (RunFolder run = claim("out")) {
      run.finish();
    }
    String e = Thrown.message(
        RunRefusedException.class,
        () -> RunFolder.resume(folder.resolve("out"), "committee", this::unfinished)
            .close());
    assertTrue(e.endsWith("only train can resume it, not committee"), e);
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
    String e = Thrown.message(RunRefusedException.class, () -> resume("out").close());
    assertTrue(e.startsWith("the run is damaged: " + out.resolve("configuration.json")), e);
  }
}

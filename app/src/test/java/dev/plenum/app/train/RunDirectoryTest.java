package dev.plenum.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.Thrown;
import dev.plenum.app.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir
  Path folder;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderThatWasMadeForTheRunGoesWithItsParentsIfTheRunFails() throws IOException {
    try (RunDirectory run = RunDirectory.claim(folder.resolve("runs/a/b"))) {
      assertTrue(Files.isDirectory(run.path()));
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void aFolderThatWasThereStays() throws IOException {
    Path existing = Files.createDirectory(folder.resolve("mine"));
    try (RunDirectory run = RunDirectory.claim(existing)) {
      assertEquals(existing, run.path());
    }
    assertEquals(List.of("mine"), names(folder));
  }

  @Test
  void aParentThatOthersUseMeanwhileStays() throws IOException {
    try (RunDirectory run = RunDirectory.claim(folder.resolve("runs/a"))) {
      Files.createDirectory(folder.resolve("runs/b"));
      assertTrue(Files.isDirectory(run.path()));
    }
    assertEquals(List.of("b"), names(folder.resolve("runs")));
  }

  @Test
  void publishedFilesAreInPlaceAndNothingElse() throws IOException {
    try (RunDirectory run = RunDirectory.claim(folder.resolve("out"))) {
      run.publish(stage -> {
        Files.writeString(stage.resolve("a"), "1");
        Files.writeString(stage.resolve("b"), "2");
        assertEquals(List.of(".unfinished"), names(run.path()));
      });
    }
    assertEquals(List.of("a", "b"), names(folder.resolve("out")));
  }

  @Test
  void whenWritingFailsNothingStays() throws IOException {
    try (RunDirectory run = RunDirectory.claim(folder.resolve("out"))) {
      assertThrows(
          IOException.class,
          () -> run.publish(stage -> {
            Files.writeString(stage.resolve("a"), "1");
            throw new IOException("the disk is full");
          }));
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void filesThatSomeoneElseWroteMeanwhileAreLeftAsTheyAre() throws IOException {
    Path out = folder.resolve("out");
    try (RunDirectory run = RunDirectory.claim(out)) {
      Files.writeString(out.resolve("run.json"), "theirs");
      String e = Thrown.message(
          IOException.class,
          () -> run.publish(stage -> Files.writeString(stage.resolve("run.json"), "ours")));
      assertTrue(e.contains("meanwhile"), e);
    }
    assertEquals("theirs", Files.readString(out.resolve("run.json")));
    assertEquals(List.of("run.json"), names(out));
  }

  @Test
  void aFolderThatIsNotEmptyIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    String e = Thrown.message(UsageException.class, () -> RunDirectory.claim(folder));
    assertTrue(e.contains("is not empty (it has notes.txt)"), e);
    assertEquals(List.of("notes.txt"), names(folder));
  }

  @Test
  void aFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertTrue(
        Thrown.message(UsageException.class, () -> RunDirectory.claim(file)).endsWith("is a file"));
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedAndNothingStays() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    String e =
        Thrown.message(UsageException.class, () -> RunDirectory.claim(folder.resolve("file/out")));
    assertTrue(e.contains("cannot be written to"), e);
    assertFalse(Files.exists(folder.resolve("file/out")));
  }
}

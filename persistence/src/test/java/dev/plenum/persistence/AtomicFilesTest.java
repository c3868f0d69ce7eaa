package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir
  private Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNewFileIsWrittenAndNothingElseIsLeft() throws IOException {
    AtomicFiles.write(folder.resolve("a.txt"), "grün\n");
    assertEquals("grün\n", Files.readString(folder.resolve("a.txt")));
    assertEquals(List.of("a.txt"), files());
  }

  @Test
  void anEarlierFileIsReplaced() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "a much longer text than the new one");
    AtomicFiles.write(folder.resolve("a.txt"), "new");
    assertEquals("new", Files.readString(folder.resolve("a.txt")));
  }

  @Test
  void aFailureWhileWritingLeavesTheEarlierFileAndNoTemporaryOne() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.writeString(file, "old");
    IOException cause = new IOException("No space left on device");
    IOException failure = assertThrows(
        IOException.class,
        () -> AtomicFiles.write(file, out -> {
          out.write(new byte[100_000]);
          throw cause;
        }));
    assertSame(cause, failure.getCause());
    assertEquals(file + " could not be written: No space left on device", failure.getMessage());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.txt"), files());
  }

  @Test
  void aFailureOfAnotherFileIsNotTakenForOneOfThisFile() {
    Path file = folder.resolve("a.txt");
    String message = Refusals.messageOf(
        IOException.class,
        () -> AtomicFiles.write(file, out -> {
          throw new AccessDeniedException("/elsewhere/b.h5", null, "it may not be read");
        }));
    assertEquals(file + " could not be written: /elsewhere/b.h5: it may not be read", message);
  }

  @Test
  void aProgrammingErrorWhileWritingLeavesNoFileEither() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () -> AtomicFiles.write(folder.resolve("a.txt"), out -> {
          throw new IllegalStateException();
        }));
    assertEquals(List.of(), files());
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("missing").resolve("a.txt");
    String message = Refusals.messageOf(IOException.class, () -> AtomicFiles.write(file, "x"));
    assertEquals(
        file + " could not be written: there is no folder " + folder.resolve("missing"), message);
  }

  @Test
  void aFolderOfThatNameIsNotReplaced() throws IOException {
    Files.createDirectory(folder.resolve("a.txt"));
    String message = Refusals.messageOf(
        IOException.class, () -> AtomicFiles.write(folder.resolve("a.txt"), "x"));
    assertTrue(message.endsWith("there is a folder of that name"), message);
    assertEquals(List.of("a.txt"), files());
  }

  @Test
  void aLeftoverOfAKilledProcessIsNoObstacle() throws IOException {
    long pid = ProcessHandle.current().pid();
    Files.writeString(folder.resolve(".a.txt." + pid + "-0.tmp"), "half");
    AtomicFiles.write(folder.resolve("a.txt"), "whole");
    assertEquals("whole", Files.readString(folder.resolve("a.txt")));
  }

  @Test
  void theFileIsAsReadableAsAnyOther() throws IOException {
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
    Path other = Files.writeString(folder.resolve("other.txt"), "x");
    AtomicFiles.write(folder.resolve("a.txt"), "x");
    Set<PosixFilePermission> expected = Files.getPosixFilePermissions(other);
    assertEquals(expected, Files.getPosixFilePermissions(folder.resolve("a.txt")));
  }
}

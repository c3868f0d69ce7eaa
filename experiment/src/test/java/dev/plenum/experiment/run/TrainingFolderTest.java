package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFolderTest {
  @TempDir
  Path path;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private TrainingFolder withCheckpoint() throws IOException {
    TrainingFolder folder = new TrainingFolder(path);
    Files.createDirectory(folder.checkpoints());
    Files.writeString(folder.checkpoints().resolve("checkpoint-1.plenum"), "x");
    return folder;
  }

  @Test
  void publishedFilesTakeThePlaceOfTheCheckpoints() throws IOException {
    TrainingFolder folder = withCheckpoint();
    folder.publish(stage -> {
      Files.writeString(stage.resolve("a"), "1");
      Files.writeString(stage.resolve("b"), "2");
      assertEquals(List.of(".unfinished", "checkpoints"), names());
    });
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void whenWritingFailsTheCheckpointsStay() throws IOException {
    TrainingFolder folder = withCheckpoint();
    assertThrows(
        IOException.class,
        () -> folder.publish(stage -> {
          Files.writeString(stage.resolve("a"), "1");
          throw new IOException("the disk is full");
        }));
    assertEquals(List.of("checkpoints"), names());
    assertTrue(Files.exists(folder.checkpoints().resolve("checkpoint-1.plenum")));
  }

  @Test
  void whatAKilledProcessLeftIsReplaced() throws IOException {
    TrainingFolder folder = new TrainingFolder(path);
    Files.createDirectory(path.resolve(".unfinished"));
    Files.writeString(path.resolve(".unfinished/half"), "1");
    Files.writeString(path.resolve("a"), "old");
    folder.publish(stage -> Files.writeString(stage.resolve("a"), "new"));
    assertEquals(List.of("a"), names());
    assertEquals("new", Files.readString(path.resolve("a")));
  }

  @Test
  void withoutARecordItIsNotFinished() throws IOException {
    assertEquals(Optional.empty(), withCheckpoint().finished());
    assertFalse(Files.exists(path.resolve("run.json")));
  }
}

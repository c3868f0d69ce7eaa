package dev.plenum.experiment.search;

import dev.plenum.experiment.run.TrainingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the trainings of a search leave their files: {@code trials/3/9-epochs} and {@code winner/1}.
 *
 * @param path the folder
 */
record SearchFolder(Path path) {
  /** Of a trial at a rung. */
  TrainingFolder trial(int number, int epochs, boolean keepsCheckpoints) {
    Path trial = path.resolve("trials").resolve(String.valueOf(number));
    TrainingFolder folder = new TrainingFolder(trial.resolve(epochs + "-epochs"));
    return keepsCheckpoints ? folder.keepingCheckpoints(checkpoints(number)) : folder;
  }

  /** Of the winner from another seed. */
  TrainingFolder winner(int repeat) {
    return new TrainingFolder(path.resolve("winner").resolve(String.valueOf(repeat)));
  }

  private Path checkpoints(int trial) {
    return path.resolve("trials").resolve(String.valueOf(trial)).resolve("checkpoints");
  }

  /** A trial does not go on: what it would have needed for it goes away. */
  void discardCheckpoints(int trial) throws IOException {
    Path folder = checkpoints(trial);
    if (Files.isDirectory(folder)) {
      for (Path file : list(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

package dev.plenum.serve.watch;

import dev.plenum.experiment.progress.ProgressFolder;
import dev.plenum.experiment.run.StoredRun;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Finds the folders of trainings, finished or not, within others. */
final class RunFinder {
  /** {@code runs/experiment/stage/network/members/1}. */
  private static final int DEPTH = 6;

  private static final int MOST_RUNS = 1000;

  private RunFinder() {}

  /**
   * Those within a folder, which may be one itself, or a link to one; at most {@value #MOST_RUNS}.
   *
   * @throws IOException if it cannot be read
   */
  static List<Path> in(Path folder) throws IOException {
    Path real = folder.toRealPath(); // a walk does not follow links, not even the first
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        real, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean isHidden =
                path.getFileName() != null && path.getFileName().toString().startsWith(".");
            if (!path.equals(real) && isHidden) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (isTraining(path)) {
              found.add(folder.resolve(real.relativize(path)));
              return FileVisitResult.SKIP_SUBTREE;
            }
            return found.size() < MOST_RUNS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(real)) {
              throw e;
            }
            return FileVisitResult.CONTINUE; // it has gone, or others may not read it
          }
        });
    return found;
  }

  private static boolean isTraining(Path folder) {
    return Files.isRegularFile(folder.resolve(StoredRun.RECORD))
        || ProgressFolder.of(folder).exists();
  }
}

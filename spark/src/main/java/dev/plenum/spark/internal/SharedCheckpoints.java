package dev.plenum.spark.internal;

import dev.plenum.experiment.cluster.CheckpointStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The checkpoints of one training in a folder of any file system that Hadoop knows. */
final class SharedCheckpoints implements CheckpointStore {
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private final FileSystem files;
  private final String writer;

  /**
   * Those in a folder.
   *
   * @param writer tells this process from others that may still write there
   * @throws IOException if the file system cannot be reached
   */
  SharedCheckpoints(String folder, String writer, Configuration configuration) throws IOException {
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(configuration);
    this.writer = writer;
  }

  /**
   * Makes the folder, and checks that it can be written to.
   *
   * @throws IOException if it cannot
   */
  void requireWritable() throws IOException {
    Path probe = new Path(folder, "writable-" + writer + UNFINISHED);
    files.create(probe).close();
    files.delete(probe, false);
  }

  @Override
  public void restore(java.nio.file.Path target) throws IOException {
    for (FileStatus file : whole()) {
      Files.createDirectories(target);
      try (var in = files.open(file.getPath())) {
        Files.copy(in, target.resolve(file.getPath().getName()));
      }
    }
  }

  @Override
  public void save(java.nio.file.Path source) throws IOException {
    List<String> kept = new ArrayList<>();
    try (Stream<java.nio.file.Path> all = Files.list(source)) {
      for (java.nio.file.Path file : all.toList()) {
        String name = file.getFileName().toString();
        kept.add(name);
        if (!files.exists(new Path(folder, name))) {
          copy(file, name);
        }
      }
    }
    for (FileStatus file : whole()) {
      if (!kept.contains(file.getPath().getName())) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** It has its name once it is whole. */
  private void copy(java.nio.file.Path file, String name) throws IOException {
    Path part = new Path(folder, name + "-" + writer + UNFINISHED);
    try (var out = files.create(part)) {
      Files.copy(file, out);
    }
    files.rename(part, new Path(folder, name));
  }

  /** Deletes them all. */
  void delete() throws IOException {
    files.delete(folder, true);
  }

  private List<FileStatus> whole() throws IOException {
    try {
      return Stream.of(files.listStatus(folder))
          .filter(file -> !file.getPath().getName().endsWith(UNFINISHED))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}

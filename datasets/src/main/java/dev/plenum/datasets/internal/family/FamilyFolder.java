package dev.plenum.datasets.internal.family;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a family's files. Each is looked for gzipped, then unpacked. */
public final class FamilyFolder {
  private final Path path;
  private final Family family;

  /** A folder that need not exist. */
  public FamilyFolder(Path path, Family family) {
    this.path = path;
    this.family = family;
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** Whether all four files are there. */
  public boolean isComplete() {
    return missing().isEmpty();
  }

  /** Those of the four files that are not there. */
  public List<PublishedFile> missing() {
    return family.files().stream().filter(file -> find(file).isEmpty()).toList();
  }

  /** Where a file is, if it is there; also as some archives call it: {@code t10k-images.idx3-ubyte}. */
  public Optional<Path> find(PublishedFile file) {
    return Stream.of(file.name(), file.name().replace("-idx", ".idx"))
        .flatMap(name -> Stream.of(name + ".gz", name))
        .map(path::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Where a file is, or where its gzipped form should be. */
  Path file(PublishedFile file) {
    return find(file).orElse(path.resolve(file.gzipName()));
  }

  /** The folders of a data directory that may hold a family's files, the most likely one first. */
  public static List<FamilyFolder> ofDataDir(Path dataDir, Family family) {
    List<FamilyFolder> folders = new ArrayList<>();
    folders.add(new FamilyFolder(dataDir.resolve(family.name()), family));
    folders.add(new FamilyFolder(dataDir, family));
    return folders;
  }
}

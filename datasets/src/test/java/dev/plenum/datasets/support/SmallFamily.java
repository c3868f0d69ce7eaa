package dev.plenum.datasets.support;

import dev.plenum.datasets.internal.family.Family;
import dev.plenum.datasets.internal.family.Family.SystemPackage;
import dev.plenum.datasets.internal.family.PublishedFile;
import dev.plenum.datasets.internal.idx.IdxKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dataset in MNIST's form, small enough for every test: 600 + 90 images of 6 × 5 pixels. */
public final class SmallFamily {
  public static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  public static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  public static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  public static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public SmallFamily() {
    files.put(TRAIN_IMAGES, IdxBytes.images(600, 6, 5, 1));
    files.put(TRAIN_LABELS, IdxBytes.labels(600, 3));
    files.put(TEST_IMAGES, IdxBytes.images(90, 6, 5, 2));
    files.put(TEST_LABELS, IdxBytes.labels(90, 3));
  }

  public Family family() {
    return family(Optional.empty());
  }

  public Family family(Optional<SystemPackage> systemPackage) {
    return new Family(
        "small",
        "Small",
        List.of("ant", "bee", "cat"),
        published(TRAIN_IMAGES, IdxKind.IMAGES),
        published(TRAIN_LABELS, IdxKind.LABELS),
        published(TEST_IMAGES, IdxKind.IMAGES),
        published(TEST_LABELS, IdxKind.LABELS),
        List.of(URI.create("http://mirror.invalid/")),
        systemPackage);
  }

  private PublishedFile published(String name, IdxKind kind) {
    byte[] bytes = unpacked(name);
    return new PublishedFile(name, kind, bytes.length, IdxBytes.sha256(bytes));
  }

  /** One of the four files. */
  public byte[] unpacked(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException(name);
    }
    return bytes;
  }

  public byte[] gzipped(String name) {
    return IdxBytes.gzip(unpacked(name));
  }

  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** The digest of the whole dataset. */
  public String sha256() {
    return IdxBytes.sha256(files.values().toArray(byte[][]::new));
  }

  /** Writes the four files, gzipped. */
  public void writeGzipped(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : names()) {
      Files.write(folder.resolve(name + ".gz"), gzipped(name));
    }
  }

  /** Writes the four files, unpacked. */
  public void writeUnpacked(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : names()) {
      Files.write(folder.resolve(name), unpacked(name));
    }
  }
}

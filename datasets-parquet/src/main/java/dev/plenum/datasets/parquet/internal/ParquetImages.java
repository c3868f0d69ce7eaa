package dev.plenum.datasets.parquet.internal;

import dev.plenum.datasets.spi.PackedImage;
import dev.plenum.datasets.spi.PackedImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The image files in Parquet tables of the same columns. */
public final class ParquetImages implements PackedImages {
  private static final String TRAIN = "train";

  private final Map<Path, ParquetFile> files = new LinkedHashMap<>();
  private final Map<Path, ImageCursor> cursors = new HashMap<>();
  private final Map<String, List<PackedImage>> parts = new LinkedHashMap<>();
  private List<String> classNames = List.of();

  private ParquetImages() {}

  /**
   * Reads the classes of all rows, but no image.
   *
   * @param paths the tables of each part, {@code train}, {@code val} or {@code test}
   * @param said the columns to use; one that it does not name is found by the file's metadata or a usual name
   * @return the images, each read when it is asked for
   * @throws IOException if one is damaged, or lacks a column that is needed
   */
  public static ParquetImages open(Map<String, List<Path>> paths, ColumnNames said)
      throws IOException {
    ParquetImages images = new ParquetImages();
    try {
      images.read(paths, said);
      return images;
    } catch (IOException | RuntimeException | Error e) {
      images.close();
      throw e;
    }
  }

  private void read(Map<String, List<Path>> paths, ColumnNames said) throws IOException {
    Labels labels = new Labels();
    Map<Path, int[]> read = new HashMap<>();
    Columns first = null;
    for (Path path : paths.values().stream().flatMap(List::stream).toList()) {
      ParquetFile file = ParquetFile.open(path);
      files.put(path, file);
      Columns columns = Columns.of(file, said);
      first = first == null ? columns : first;
      if (!columns.classNames().equals(first.classNames())) {
        throw Refusal.of(
            path,
            "its classes are %s, those of the first file %s"
                .formatted(columns.classNames(), first.classNames()));
      }
      cursors.put(path, new ImageCursor(file, columns.image()));
      read.put(path, labels.read(file, columns));
      classNames = labels.names(file, first);
    }
    for (Map.Entry<String, List<Path>> part : paths.entrySet()) {
      addPart(part.getKey(), part.getValue(), read, labels);
    }
  }

  private void addPart(String part, List<Path> paths, Map<Path, int[]> read, Labels labels)
      throws IOException {
    List<PackedImage> images = new ArrayList<>();
    int without = 0;
    for (Path path : paths) {
      int[] sorted = labels.sorted(read.getOrDefault(path, new int[0]), classNames);
      without +=
          (int) Arrays.stream(sorted).filter(label -> label == Labels.NONE).count();
      for (int row = 0; row < sorted.length; row++) {
        images.add(new PackedImage(path, row, sorted[row]));
      }
    }
    if (without > 0 && without == images.size() && !part.equals(TRAIN)) {
      Logger logger = System.getLogger(ParquetImages.class.getName());
      logger.log(
          Level.WARNING, "{0}: the part {1} has no labels and is left out", paths.get(0), part);
    } else if (without > 0) {
      throw Refusal.of(
          paths.get(0),
          "%s of the %s images of the part %s have no label (null or -1)"
              .formatted(without, images.size(), part));
    } else if (!images.isEmpty()) {
      parts.put(part, images);
    }
  }

  @Override
  public List<String> classNames() {
    return List.copyOf(classNames);
  }

  @Override
  public Map<String, List<PackedImage>> parts() {
    return parts;
  }

  @Override
  public synchronized byte[] read(Path file, long row) throws IOException {
    ImageCursor cursor = cursors.get(file);
    if (cursor == null) {
      throw Refusal.of(file, "it is none of the dataset's files");
    }
    return cursor.read(row);
  }

  @Override
  public void close() throws IOException {
    try {
      files.values().forEach(ParquetImages::close);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void close(ParquetFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

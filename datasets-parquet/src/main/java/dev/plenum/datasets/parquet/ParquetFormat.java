package dev.plenum.datasets.parquet;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.parquet.internal.ColumnNames;
import dev.plenum.datasets.parquet.internal.ParquetFiles;
import dev.plenum.datasets.parquet.internal.ParquetImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parquet tables as Hugging Face stores images: a column with the bytes of an image file (and its path),
 * and one with its class, by number or by name. A file, of which a tenth becomes the test, or a folder
 * with {@code train-00000-of-00002.parquet} …, {@code test-00000-of-00001.parquet} …, perhaps in a folder
 * {@code data}.
 *
 * <p>Names of classes are those that the file's metadata have, as Hugging Face's library writes them.
 * Columns are known by the metadata too, else by their names. As a {@link DatasetProvider} it takes the
 * names of others: {@code parquet:path=data,image=photo,label=coarse_label}.
 */
public final class ParquetFormat implements DatasetFormat, DatasetProvider {
  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public String description() {
    return "a .parquet table with the bytes of an image file and its class in each row, as Hugging Face stores images, or a folder with train-00000-of-00001.parquet and test-00000-of-00001.parquet";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return ParquetFiles.areIn(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return source(path, ColumnNames.UNKNOWN);
  }

  @Override
  public DatasetSource source(Map<String, String> settings) {
    TreeSet<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(Set.of("path", "image", "label"));
    String path = settings.get("path");
    if (!unknown.isEmpty() || path == null) {
      throw new IllegalArgumentException(
          "there are path (of a file or folder; it is needed), image and label (the names of columns), found "
              + settings.keySet());
    }
    return source(
        Path.of(path),
        new ColumnNames(
            Optional.ofNullable(settings.get("image")),
            Optional.ofNullable(settings.get("label"))));
  }

  private static DatasetSource source(Path path, ColumnNames columns) {
    return ImageFolder.of(
        path,
        "a Parquet table of image files",
        () -> ParquetImages.open(ParquetFiles.of(path), columns));
  }
}

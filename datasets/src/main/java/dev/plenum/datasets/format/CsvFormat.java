package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.internal.csv.CsvFiles;
import dev.plenum.datasets.internal.csv.CsvOptions;
import dev.plenum.datasets.internal.image.ListedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Tables of pixels as CSV, with a line for each image: its label and its pixels from 0 to 255, row by
 * row; of colour images red, green and blue of each pixel. A file, of which a tenth becomes the test, or
 * a folder with {@code train.csv} and perhaps {@code val.csv} and {@code test.csv} (also {@code
 * mnist_train.csv}, {@code mnist_test.csv}).
 *
 * <p>With a header, the label is the column called label, labels, class, target, digit or y; else, and
 * without one, it is the first. Images are square, unless their shape is said. As a {@link
 * DatasetProvider} it takes settings for other tables: {@code csv:path=FILE,label=last,shape=20x30}.
 */
public final class CsvFormat implements DatasetFormat, DatasetProvider {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "a .csv table with a label and the pixels of an image in each line, or a folder with train.csv and test.csv";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return CsvFiles.isDataset(path) && !ListedFiles.isList(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return source(path, CsvOptions.none());
  }

  @Override
  public DatasetSource source(Map<String, String> settings) {
    CsvOptions options = CsvOptions.of(settings);
    String path = settings.get("path");
    if (path == null) {
      throw new IllegalArgumentException("the setting path is missing: csv:path=FILE");
    }
    return source(Path.of(path), options);
  }

  private static DatasetSource source(Path path, CsvOptions options) {
    return new PartedSource("a table of pixels (CSV)", path, file -> CsvFiles.read(file, options));
  }
}

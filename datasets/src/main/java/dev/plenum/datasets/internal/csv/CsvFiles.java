package dev.plenum.datasets.internal.csv;

import dev.plenum.api.data.Groups;
import dev.plenum.datasets.internal.FilesDigest;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.LabelledPixels;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Datasets as tables of pixels: one file, or a folder with one for each part. */
public final class CsvFiles {
  private static final Pattern NAME =
      Pattern.compile("(.*[-_.])?(?<part>[a-z]+)\\.csv(\\.gz)?", Pattern.CASE_INSENSITIVE);

  private CsvFiles() {}

  /**
   * Whether this is such a file, by its ending, or a folder with one whose name ends in the name of a
   * part, {@code train.csv} or {@code mnist_test.csv}.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isDataset(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return String.valueOf(place.getFileName())
          .toLowerCase(Locale.ROOT)
          .matches(".*\\.csv(\\.gz)?");
    }
    return files(place).stream().anyMatch(file -> part(file).equals(Optional.of(Part.TRAIN)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> part(file).isPresent())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  private static Optional<Part> part(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Part.named(name.group("part")) : Optional.empty();
  }

  /**
   * Reads a dataset. Its digest is over the parts' names and the bytes of their files, unzipped.
   *
   * @throws InvalidFileException if a file is no such table, or two are of one part
   * @throws IOException if it cannot be read
   */
  public static PartedData read(Path place, CsvOptions options) throws IOException {
    Map<Part, Path> files = new EnumMap<>(Part.class);
    if (Files.isDirectory(place)) {
      for (Path file : files(place)) {
        Part part = part(file).orElseThrow();
        Path other = files.put(part, file);
        if (other != null) {
          throw new InvalidFileException(
              place,
              "expected one file for each part, found %s and %s"
                  .formatted(other.getFileName(), file.getFileName()));
        }
      }
      leaveOutTestWithoutLabels(place, files);
    } else {
      files.put(Part.TRAIN, place);
    }
    Map<Part, LabelledPixels> parts = new EnumMap<>(Part.class);
    Map<Part, List<String>> groups = new EnumMap<>(Part.class);
    FilesDigest digest = new FilesDigest();
    for (Map.Entry<Part, Path> file : files.entrySet()) {
      PixelTable table = new PixelTable(file.getValue(), options);
      parts.put(file.getKey(), table.read());
      groups.put(file.getKey(), table.groups());
      try (InputStream in = CsvText.open(file.getValue())) {
        String name = file.getKey().name().toLowerCase(Locale.ROOT);
        digest.add(name, CsvText.length(file.getValue()), in);
      } catch (IOException e) {
        throw Reason.notReadable(file.getValue(), e);
      }
    }
    return new PartedData(
        place,
        LabelledPixels.numbered(parts),
        digest.sha256(),
        List.of(),
        Optional.ofNullable(groups.get(Part.TRAIN))
            .filter(names -> !names.isEmpty())
            .map(Groups::of));
  }

  /** Competitions keep the labels of their test for themselves: it has one column less. */
  private static void leaveOutTestWithoutLabels(Path place, Map<Part, Path> files)
      throws IOException {
    Path train = files.get(Part.TRAIN);
    Path test = files.get(Part.TEST);
    if (train != null && test != null && columns(test) == columns(train) - 1) {
      files.remove(Part.TEST);
      Logger logger = System.getLogger(CsvFiles.class.getName());
      logger.log(
          Level.WARNING,
          "{0}: {1} has no labels and is left out; the test is {2}",
          place,
          test.getFileName(),
          files.containsKey(Part.VALIDATION)
              ? "the validation part"
              : "a tenth of the training images");
    }
  }

  /** Of the label and the pixels; only images to train on need a group. */
  private static int columns(Path file) throws IOException {
    int[] columns = {0};
    CsvRows.forEach(file, (line, fields) -> {
      columns[0] = fields.size() - (CsvOptions.groupIn(fields).isPresent() ? 1 : 0);
      return false;
    });
    return columns[0];
  }
}

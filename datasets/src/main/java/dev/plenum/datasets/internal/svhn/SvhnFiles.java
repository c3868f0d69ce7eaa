package dev.plenum.datasets.internal.svhn;

import dev.plenum.api.data.Dataset;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cropped digits of SVHN (Netzer and others, 2011): {@code train_32x32.mat}, {@code test_32x32.mat}
 * and perhaps {@code extra_32x32.mat}, or one such file.
 */
public final class SvhnFiles {
  private static final String ENDING = ".mat";
  private static final Map<Part, String> NAMES =
      Map.of(Part.TRAIN, "train_32x32.mat", Part.TEST, "test_32x32.mat");
  private static final String EXTRA = "extra_32x32.mat";
  private static final List<String> DIGITS =
      IntStream.range(0, 10).mapToObj(String::valueOf).toList();

  private SvhnFiles() {}

  /**
   * Whether this is a MATLAB file, by its ending, or a folder with SVHN's training images.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean areIn(Path place) throws IOException {
    return Files.isDirectory(place)
        ? Files.exists(place.resolve(NAMES.getOrDefault(Part.TRAIN, "")))
        : String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Reads a dataset. Its digest is over the parts' names and the bytes of their files.
   *
   * @throws InvalidFileException if a file is damaged or holds something else
   * @throws IOException if it cannot be read
   */
  public static PartedData read(Path place) throws IOException {
    Map<Part, LabelledPixels> parts = new EnumMap<>(Part.class);
    FilesDigest digest = new FilesDigest();
    for (Map.Entry<Part, Path> file : files(place).entrySet()) {
      parts.put(file.getKey(), MatFile.read(file.getValue()));
      try (InputStream in = Files.newInputStream(file.getValue())) {
        digest.add(file.getKey().name().toLowerCase(Locale.ROOT), Files.size(file.getValue()), in);
      } catch (IOException e) {
        throw Reason.notReadable(file.getValue(), e);
      }
    }
    Map<Part, Dataset> datasets = LabelledPixels.named(parts, DIGITS);
    return new PartedData(place, datasets, digest.sha256(), List.of());
  }

  private static Map<Part, Path> files(Path place) {
    Map<Part, Path> files = new EnumMap<>(Part.class);
    if (!Files.isDirectory(place)) {
      files.put(Part.TRAIN, place);
      return files;
    }
    for (Map.Entry<Part, String> name : NAMES.entrySet()) {
      Stream.of(place.resolve(name.getValue()))
          .filter(Files::exists)
          .forEach(file -> files.put(name.getKey(), file));
    }
    if (Files.exists(place.resolve(EXTRA))) {
      Logger logger = System.getLogger(SvhnFiles.class.getName());
      logger.log(Level.WARNING, "{0}: {1} is left out", place, EXTRA);
    }
    return files;
  }
}

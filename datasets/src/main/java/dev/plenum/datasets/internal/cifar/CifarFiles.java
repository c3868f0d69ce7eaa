package dev.plenum.datasets.internal.cifar;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.FilesDigest;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.LabelledPixels;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The binary version of CIFAR-10 and CIFAR-100 (Krizhevsky, 2009): records of one label, or of a coarse
 * and a fine one, and 32 × 32 pixels, all red values first, then green, then blue. The fine label counts.
 */
public final class CifarFiles {
  private static final Shape SHAPE = Shape.of(32, 32, 3);
  private static final int PLANE = 32 * 32;
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Path folder;
  private final Kind kind;
  private final FilesDigest digest = new FilesDigest();

  /** Which of the two. */
  private enum Kind {
    CIFAR_10("data_batch_\\d+\\.bin", "test_batch\\.bin", "batches.meta.txt", 1, 10),
    CIFAR_100("train\\.bin", "test\\.bin", "fine_label_names.txt", 2, 100);

    private final String train;
    private final String test;
    private final String names;
    private final int labels;
    private final int classes;

    Kind(String train, String test, String names, int labels, int classes) {
      this.train = train;
      this.test = test;
      this.names = names;
      this.labels = labels;
      this.classes = classes;
    }

    private int recordBytes() {
      return labels + SHAPE.size();
    }
  }

  private CifarFiles(Path folder, Kind kind) {
    this.folder = folder;
    this.kind = kind;
  }

  /**
   * Whether a folder has such files, by their names.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean areIn(Path folder) throws IOException {
    return Files.isDirectory(folder)
        && (!files(folder, Kind.CIFAR_10.train).isEmpty()
            || (!files(folder, Kind.CIFAR_100.train).isEmpty()
                && Files.exists(folder.resolve(Kind.CIFAR_100.names))));
  }

  private static List<Path> files(Path folder, String pattern) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> String.valueOf(file.getFileName()).matches(pattern))
          .sorted(Comparator.comparingInt((Path file) -> file.toString().length())
              .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  /**
   * Reads a dataset. Its digest is over the names and bytes of the files of images. Classes have the
   * names of the file that has them, else their numbers.
   *
   * @throws InvalidFileException if a file is missing or has another length, or a label is out of range
   * @throws IOException if a file cannot be read
   */
  public static PartedData read(Path folder) throws IOException {
    Kind kind = files(folder, Kind.CIFAR_10.train).isEmpty() ? Kind.CIFAR_100 : Kind.CIFAR_10;
    return new CifarFiles(folder, kind).read();
  }

  private PartedData read() throws IOException {
    Map<Part, LabelledPixels> parts = new EnumMap<>(Part.class);
    parts.put(Part.TRAIN, read(files(folder, kind.train)));
    List<Path> test = files(folder, kind.test);
    if (!test.isEmpty()) {
      parts.put(Part.TEST, read(test));
    }
    Map<Part, Dataset> datasets = LabelledPixels.named(parts, classNames());
    return new PartedData(folder, datasets, digest.sha256(), List.of());
  }

  private List<String> classNames() throws IOException {
    Path file = folder.resolve(kind.names);
    if (!Files.exists(file)) {
      return IntStream.range(0, kind.classes).mapToObj(String::valueOf).toList();
    }
    try {
      List<String> names =
          Files.readAllLines(file).stream().filter(name -> !name.isBlank()).toList();
      if (names.size() == kind.classes && names.stream().distinct().count() == kind.classes) {
        return names;
      }
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "expected the names of %d classes, all different, a line for each; found %d",
              kind.classes,
              names.size()));
    } catch (MalformedInputException e) {
      throw new InvalidFileException(file, "it is no text in UTF-8");
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  private LabelledPixels read(List<Path> files) throws IOException {
    long images = 0;
    for (Path file : files) {
      long bytes = Files.size(file);
      if (bytes == 0 || bytes % kind.recordBytes() != 0) {
        throw new InvalidFileException(
            file,
            String.format(
                Locale.ROOT,
                "expected images of %d bytes each with their labels, found %d bytes in all",
                kind.recordBytes(),
                bytes));
      }
      images += bytes / kind.recordBytes();
    }
    long bytes = images * SHAPE.size();
    String what = String.format(Locale.ROOT, "%d images of 32 x 32 pixels in colour", images);
    HeapRoom.require(folder, what, bytes);
    if (bytes > LONGEST_ARRAY) {
      throw new InvalidFileException(folder, what + " are more than an array can hold");
    }
    byte[] pixels = new byte[(int) bytes];
    int[] labels = new int[(int) images];
    int image = 0;
    for (Path file : files) {
      image = read(file, image, pixels, labels);
    }
    return new LabelledPixels(files.get(0), SHAPE, pixels, labels);
  }

  private int read(Path file, int first, byte[] pixels, int[] labels) throws IOException {
    try (InputStream whole = Files.newInputStream(file)) {
      digest.add(String.valueOf(file.getFileName()), Files.size(file), whole);
    }
    int image = first;
    byte[] record = new byte[kind.recordBytes()];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      while (in.readNBytes(record, 0, record.length) == record.length) {
        if (image == labels.length) {
          throw new InvalidFileException(file, "it changed while it was read");
        }
        labels[image] = record[kind.labels - 1] & 0xff;
        for (int i = 0; i < SHAPE.size(); i++) {
          pixels[image * SHAPE.size() + i] =
              record[kind.labels + i % SHAPE.channels() * PLANE + i / SHAPE.channels()];
        }
        image++;
      }
      return image;
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }
}

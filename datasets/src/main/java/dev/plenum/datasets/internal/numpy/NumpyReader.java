package dev.plenum.datasets.internal.numpy;

import dev.plenum.api.data.Dataset;
import dev.plenum.datasets.internal.FilesDigest;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.LabelledPixels;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.numpy.NpyArray.Stored;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Makes a dataset of arrays of images and labels. */
final class NumpyReader {
  private static final String EXPECTED =
      "expected arrays called x_train and y_train, and x_test and y_test if there are test images (or train_images and train_labels …, or images and labels)";

  private final Path place;
  private final SortedMap<String, Stored> files;
  private final List<String> classNames;

  /**
   * Reads nothing yet.
   *
   * @param place the archive or folder
   * @param files by name, without {@code .npy}
   * @param classNames by label; empty if classes are called by their numbers
   */
  NumpyReader(Path place, SortedMap<String, Stored> files, List<String> classNames) {
    this.place = place;
    this.files = files;
    this.classNames = List.copyOf(classNames);
  }

  private record Pair(NpyArray images, NpyArray labels) {}

  PartedData read() throws IOException {
    Map<Part, Pair> pairs = pairs();
    PixelScale scale = PixelScale.of(pairs.values().iterator().next().images());
    Map<Part, LabelledPixels> parts = new EnumMap<>(Part.class);
    for (Map.Entry<Part, Pair> pair : pairs.entrySet()) {
      parts.put(pair.getKey(), read(pair.getValue(), scale));
    }
    Map<Part, Dataset> datasets = classNames.isEmpty()
        ? LabelledPixels.numbered(parts)
        : LabelledPixels.named(parts, classNames);
    return new PartedData(place, datasets, digest(), List.of());
  }

  /** Of the arrays that are used, in name order. */
  private String digest() throws IOException {
    FilesDigest digest = new FilesDigest();
    for (Map.Entry<String, Stored> file : files.entrySet()) {
      if (ArrayName.parse(file.getKey()).isPresent()) {
        NpyArray.addTo(digest, file.getKey(), file.getValue());
      }
    }
    return digest.sha256();
  }

  private Map<Part, Pair> pairs() throws IOException {
    Map<Part, NpyArray> images = new EnumMap<>(Part.class);
    Map<Part, NpyArray> labels = new EnumMap<>(Part.class);
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, Stored> file : files.entrySet()) {
      Optional<ArrayName> name = ArrayName.parse(file.getKey());
      if (name.isEmpty()) {
        others.add(file.getKey());
        continue;
      }
      Map<Part, NpyArray> kind = name.get().isLabels() ? labels : images;
      if (kind.put(name.get().part(), NpyArray.open(file.getValue())) != null) {
        throw new InvalidFileException(
            place, "two arrays are for the same images; " + EXPECTED + "; found " + names());
      }
    }
    if (images.isEmpty() || !images.keySet().equals(labels.keySet())) {
      throw new InvalidFileException(place, EXPECTED + "; found " + names());
    }
    if (!others.isEmpty()) {
      Logger logger = System.getLogger(NumpyReader.class.getName());
      logger.log(Level.WARNING, "{0}: the arrays {1} are left out", place, others);
    }
    Map<Part, Pair> pairs = new EnumMap<>(Part.class);
    for (Part part : images.keySet()) {
      pairs.put(part, new Pair(get(images, part), get(labels, part)));
    }
    return pairs;
  }

  private static NpyArray get(Map<Part, NpyArray> arrays, Part part) {
    return Optional.ofNullable(arrays.get(part)).orElseThrow();
  }

  private String names() {
    return files.keySet().toString();
  }

  private static LabelledPixels read(Pair pair, PixelScale scale) throws IOException {
    NpyArray images = pair.images();
    NpyHeader header = images.header();
    PixelLayout layout = PixelLayout.of(images);
    HeapRoom.require(
        images.file(),
        String.format(Locale.ROOT, "%d images of shape %s", header.shape().get(0), layout.shape()),
        header.count());
    byte[] pixels = new byte[header.count()];
    FileOrder order = new FileOrder(header, layout.axes());
    images.forEach((index, number) -> pixels[order.next()] = scale.toByte(images, index, number));
    return new LabelledPixels(pair.labels().file(), layout.shape(), pixels, labels(pair.labels()));
  }

  private static int[] labels(NpyArray array) throws IOException {
    List<Integer> shape = array.header().shape();
    boolean isList = shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1);
    if (!isList) {
      throw new InvalidFileException(
          array.file(),
          "its shape is %s; expected a label for each image: (n) or (n, 1). Of one-hot labels, store y.argmax(1)"
              .formatted(array.header().shownShape()));
    }
    HeapRoom.require(
        array.file(),
        String.format(Locale.ROOT, "%d labels", array.header().count()),
        Integer.BYTES * (long) array.header().count());
    int[] labels = new int[array.header().count()];
    array.forEach((index, number) -> {
      if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
        throw new InvalidFileException(
            array.file(),
            String.format(
                Locale.ROOT,
                "label %d (counted from 0) is %s; expected a whole number from 0 on",
                index,
                number));
      }
      labels[index] = (int) number;
    });
    return labels;
  }
}

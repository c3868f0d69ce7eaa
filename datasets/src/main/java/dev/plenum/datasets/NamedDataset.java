package dev.plenum.datasets;

import dev.plenum.api.network.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The datasets that have a name. All are 28 × 28 grey pixels in ten classes. */
public enum NamedDataset {
  /** The default, which needs no file. */
  DIGITS("digits", "handwritten-looking digits that Plenum draws itself"),
  /** Handwritten digits. */
  MNIST("mnist", "handwritten digits (LeCun, Cortes, Burges)"),
  /** Clothes. */
  FASHION_MNIST("fashion-mnist", "pictures of clothes (Zalando Research)");

  /** (height, width, channels) of every image of every dataset here. */
  public static final Shape IMAGE_SHAPE = Shape.of(28, 28, 1);

  /** The number of classes of every dataset here. */
  public static final int CLASSES = 10;

  private final String displayName;
  private final String description;

  NamedDataset(String displayName, String description) {
    this.displayName = displayName;
    this.description = description;
  }

  /** {@return what users call it} */
  public String displayName() {
    return displayName;
  }

  /** {@return what it shows, in a few words} */
  public String description() {
    return description;
  }

  /** {@return its files, if it has any} */
  public Optional<IdxFamily> family() {
    return switch (this) {
      case DIGITS -> Optional.empty();
      case MNIST -> Optional.of(Datasets.mnist());
      case FASHION_MNIST -> Optional.of(Datasets.fashionMnist());
    };
  }

  /** {@return where it comes from} */
  public DatasetSource source() {
    return family().<DatasetSource>map(files -> files).orElseGet(Datasets::digits);
  }

  /**
   * {@return the dataset of that name, if there is one}
   *
   * @param name what users call it, in lower case: {@code fashion-mnist}
   */
  public static Optional<NamedDataset> named(String name) {
    return Arrays.stream(values())
        .filter(dataset -> dataset.displayName.equals(name))
        .findFirst();
  }

  /** {@return the names of all} */
  public static List<String> names() {
    return Arrays.stream(values()).map(NamedDataset::displayName).toList();
  }
}

package dev.plenum.datasets.internal.idx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a dataset's IDX files mean.
 *
 * @param classNames of the labels, the first one's first
 * @param firstLabel the lowest label
 * @param isTransposed whether images are stored column by column, as MATLAB does
 */
public record IdxForm(List<String> classNames, int firstLabel, boolean isTransposed) {
  private static final String DIGITS = "0123456789";
  private static final String LARGE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  /** Of those that do not look as the large ones do. */
  private static final String SMALL_UNLIKE_LARGE = "abdefghnqrt";

  /** By what the files are called. EMNIST: Cohen and others, 2017, table 2, and its mapping files. */
  private static final Map<String, IdxForm> BY_PREFIX = Map.of(
      "emnist-byclass-", emnist(DIGITS + LARGE + LARGE.toLowerCase(Locale.ROOT), 0),
      "emnist-bymerge-", emnist(DIGITS + LARGE + SMALL_UNLIKE_LARGE, 0),
      "emnist-balanced-", emnist(DIGITS + LARGE + SMALL_UNLIKE_LARGE, 0),
      "emnist-letters-", emnist(LARGE, 1),
      "emnist-digits-", emnist(DIGITS, 0),
      "emnist-mnist-", emnist(DIGITS, 0));

  /** By the folder, as the files are called like MNIST's. Clanuwat and others, 2018. */
  private static final Map<String, IdxForm> BY_FOLDER = Map.of(
      "kmnist", of(letters("おきすつなはまやれを")),
      "k49", of(letters("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをんゝ")));

  /** Copies the list. */
  public IdxForm {
    classNames = List.copyOf(classNames);
  }

  /** Images row by row, and labels from 0 on. */
  public static IdxForm of(List<String> classNames) {
    return new IdxForm(classNames, 0, false);
  }

  /** Classes that are called by their numbers. */
  static IdxForm numbered(int classes) {
    return of(IntStream.range(0, classes).mapToObj(String::valueOf).toList());
  }

  /**
   * The form of a dataset that is known by its name.
   *
   * @param prefix what is before the part in its files' names: {@code emnist-letters-}; may be empty
   * @param folder the name of the folder that they are in
   */
  public static Optional<IdxForm> known(String prefix, String folder) {
    String first = prefix.toLowerCase(Locale.ROOT);
    String name =
        first.isEmpty() ? folder.toLowerCase(Locale.ROOT) : first.replaceFirst("[-_.]$", "");
    return Optional.ofNullable(BY_PREFIX.get(first))
        .or(() -> Optional.ofNullable(BY_FOLDER.get(name)));
  }

  private static IdxForm emnist(String classes, int firstLabel) {
    return new IdxForm(letters(classes), firstLabel, true);
  }

  private static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** The highest label. */
  int lastLabel() {
    return firstLabel + classNames.size() - 1;
  }
}

package dev.plenum.datasets.internal.idx;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The IDX files in a folder, known by their names: {@code train-images-idx3-ubyte}, {@code
 * t10k-labels.idx1-ubyte.gz}, {@code emnist-letters-test-images-idx3-ubyte}, {@code
 * qmnist-train-labels-idx2-int} ….
 */
public final class IdxFiles {
  private static final Pattern NAME = Pattern.compile(
      "(?<set>.*?)(?<part>train|training|t10k|test|testing)[-_.](?<what>images|labels)[-_.]idx\\d[-_](ubyte|int)(\\.gz)?",
      Pattern.CASE_INSENSITIVE);
  private static final String TRAIN = "train(ing)?";
  private static final String TEST = "t10k|test(ing)?";

  private final Path folder;
  private final List<Matcher> names;

  private IdxFiles(Path folder, List<Matcher> names) {
    this.folder = folder;
    this.names = List.copyOf(names);
  }

  /**
   * The files in a folder; empty if it has none.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<IdxFiles> in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Matcher> names = entries
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .map(NAME::matcher)
          .filter(Matcher::matches)
          .toList();
      return names.isEmpty() ? Optional.empty() : Optional.of(new IdxFiles(folder, names));
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  /**
   * Reads training and test images. Classes of datasets that are known by name have their names, others
   * are called by their numbers.
   *
   * @throws InvalidFileException if a file is missing, damaged or does not fit the others
   */
  public TrainTest read(String name) throws IOException {
    requireOneSet();
    IdxPart train = part(TRAIN, "train");
    IdxPart test = part(TEST, "test");
    train.requireSameSize(test);
    IdxForm form = form(name, Math.max(train.classes(), test.classes()));
    return new TrainTest(
        name,
        train.dataset(form, ""),
        test.dataset(form, ""),
        IdxContent.sha256(Stream.concat(train.contents(), test.contents()).toList()));
  }

  private IdxForm form(String folderName, int classes) {
    return IdxForm.known(names.get(0).group("set"), folderName)
        .orElseGet(() -> IdxForm.numbered(classes));
  }

  /**
   * Reads the test images, or what there is if there are none.
   *
   * @throws InvalidFileException if a file is missing, damaged or does not fit the other
   */
  public TestImages readTest(String name) throws IOException {
    requireOneSet();
    IdxPart test = find(TEST, "images").isPresent() ? part(TEST, "test") : part(TRAIN, "train");
    Dataset images = test.dataset(form(name, test.classes()), "");
    return new TestImages(name, images, IdxContent.sha256(test.contents().toList()));
  }

  private void requireOneSet() throws InvalidFileException {
    TreeSet<String> sets = new TreeSet<>();
    names.forEach(name -> sets.add(name.group("set")));
    if (sets.size() > 1) {
      throw new InvalidFileException(
          folder,
          "expected the files of one dataset, found those of several, which begin with %s; move each into a folder of its own"
              .formatted(sets.stream().map(set -> "'" + set + "'").toList()));
    }
  }

  private IdxPart part(String part, String called) throws IOException {
    return IdxPart.read(file(part, called, "images"), file(part, called, "labels"));
  }

  private Path file(String part, String called, String what) throws InvalidFileException {
    return find(part, what)
        .orElseThrow(() -> new InvalidFileException(
            folder,
            "expected a file like %s-%s-idx%s-ubyte, gzipped (.gz) or not; found only %s"
                .formatted(
                    called,
                    what,
                    what.equals("images") ? "3" : "1",
                    names.stream().map(Matcher::group).toList())));
  }

  /** Of a file that is there gzipped and unpacked, the gzipped one has the later name, and is taken. */
  private Optional<Path> find(String part, String what) throws InvalidFileException {
    List<String> found = names.stream()
        .filter(name -> Pattern.compile(part, Pattern.CASE_INSENSITIVE)
            .matcher(name.group("part"))
            .matches())
        .filter(name -> name.group("what").equalsIgnoreCase(what))
        .map(Matcher::group)
        .toList();
    long files = found.stream().map(IdxFiles::unpacked).distinct().count();
    if (files > 1) {
      throw new InvalidFileException(
          folder,
          "expected one file of %s for each part, found %s; move those of other datasets into folders of their own"
              .formatted(what, found));
    }
    return found.stream().reduce((plain, gzipped) -> gzipped).map(folder::resolve);
  }

  private static String unpacked(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
  }
}

package dev.plenum.datasets.parquet.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Which columns of a table are used.
 *
 * @param image has the bytes of image files
 * @param label has their classes, as whole numbers or texts
 * @param classNames of the classes by number; empty if they are not known
 */
record Columns(Leaf image, Leaf label, List<String> classNames) {
  private static final List<String> IMAGES =
      List.of("image", "img", "images", "picture", "photo", "pixels");
  private static final List<String> LABELS =
      List.of("label", "labels", "class", "target", "category", "fine_label", "y");
  private static final String BYTES = "bytes";
  private static final Set<PrimitiveTypeName> CLASS_TYPES =
      Set.of(PrimitiveTypeName.INT32, PrimitiveTypeName.INT64, PrimitiveTypeName.BINARY);

  /**
   * Finds them: by the names that were said, by the file's metadata, by usual names.
   *
   * @throws IOException if there are none, or several and none of a usual name
   */
  static Columns of(ParquetFile file, ColumnNames said) throws IOException {
    Features features = file.features();
    List<String> images = columns(file, Columns::isImage);
    List<String> labels = columns(file, Columns::isLabel);
    String image = said.image()
        .or(() -> first(IMAGES, features.images()))
        .or(() -> single(features.images()))
        .or(() -> first(IMAGES, images))
        .or(() -> single(images))
        .orElseThrow(() -> Refusal.of(
            file.path(),
            ("expected a column of image files (a struct with their bytes, or the bytes), found %s; if"
                    + " there are several, say which: parquet:path=%s,image=NAME")
                .formatted(shown(file), file.path().getFileName())));
    List<String> classes = List.copyOf(features.classes().keySet());
    String label = said.label()
        .or(() -> first(LABELS, classes))
        .or(() -> single(classes))
        .or(() -> first(LABELS, labels))
        .orElseThrow(() -> Refusal.of(
            file.path(),
            "expected a column label, found %s; say which one it is: parquet:path=%s,label=NAME"
                .formatted(shown(file), file.path().getFileName())));
    return new Columns(
        leaf(file, image, Columns::holdsFiles, "the bytes of image files"),
        leaf(file, label, Columns::isLabel, "whole numbers or texts"),
        features.classes().getOrDefault(label, List.of()));
  }

  private interface Kind {
    boolean has(Leaf leaf);
  }

  /** Whether it has image files as far as can be seen: bytes alone may be anything, if not by their name. */
  private static boolean isImage(Leaf leaf) {
    return holdsFiles(leaf) && (leaf.path().size() > 1 || IMAGES.contains(leaf.column()));
  }

  private static boolean holdsFiles(Leaf leaf) {
    boolean isBytes =
        leaf.path().size() == 1 || (leaf.path().size() == 2 && leaf.name().equals(BYTES));
    return isBytes && leaf.type() == PrimitiveTypeName.BINARY && !leaf.isRepeated();
  }

  private static boolean isLabel(Leaf leaf) {
    return leaf.path().size() == 1 && CLASS_TYPES.contains(leaf.type()) && !leaf.isRepeated();
  }

  private static List<String> columns(ParquetFile file, Kind kind) {
    return file.leaves().stream().filter(kind::has).map(Leaf::column).distinct().toList();
  }

  private static Optional<String> first(List<String> usual, List<String> found) {
    return usual.stream().filter(found::contains).findFirst();
  }

  private static Optional<String> single(List<String> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Leaf leaf(ParquetFile file, String column, Kind kind, String what)
      throws IOException {
    Stream<Leaf> found =
        file.leaves().stream().filter(leaf -> leaf.column().equals(column)).filter(kind::has);
    return found
        .findFirst()
        .orElseThrow(() -> Refusal.of(
            file.path(),
            "expected a column '%s' with %s, found %s".formatted(column, what, shown(file))));
  }

  /** The columns and their types, for messages. */
  private static List<String> shown(ParquetFile file) {
    return file.leaves().stream()
        .limit(20)
        .map(leaf -> String.join(".", leaf.path()) + " " + leaf.type()
            + (leaf.isRepeated() ? " repeated" : ""))
        .toList();
  }
}

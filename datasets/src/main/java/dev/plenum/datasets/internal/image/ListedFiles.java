package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.csv.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A list of image files as CSV: a header with a column for the path, one for the class and perhaps one
 * for the part and one for the group, then a line for each image. Paths begin at the list's own folder.
 */
public final class ListedFiles {
  private static final Set<String> PATHS =
      Set.of("path", "file", "filename", "file_name", "filepath", "image", "image_path", "img");
  private static final Set<String> LABELS =
      Set.of("label", "labels", "class", "class_name", "category", "target");
  private static final Set<String> GROUPS = Set.of("group", "groups", "group_id");
  private static final Set<String> PARTS = Set.of("split", "part", "set", "subset", "partition");

  private static final int MOST_CHARACTERS = 500;

  private final Path list;
  private final Map<Part, List<Line>> lines = new EnumMap<>(Part.class);
  private final Set<String> seen = new HashSet<>();
  private int pathColumn = -1;
  private int labelColumn = -1;
  private int partColumn = -1;
  private int groupColumn = -1;

  private record Line(Path path, String name, String className, String group) {}

  private ListedFiles(Path list) {
    this.list = list;
  }

  /**
   * Whether this is a file whose first line is the header of such a list.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isList(Path file) throws IOException {
    boolean isTable = Files.isRegularFile(file)
        && String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    boolean[] found = {false};
    if (isTable) {
      CsvRows.forEach(file, (line, fields) -> {
        found[0] = column(fields, PATHS) >= 0 && column(fields, LABELS) >= 0;
        return false;
      });
    }
    return found[0];
  }

  private static int column(List<String> header, Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a tree is of images in other files, or this is a list of them: whether they are known at once. */
  static boolean areIn(FileTree tree, Path root) throws IOException {
    return tree instanceof PackedTree || isList(root);
  }

  /** All files of such a tree or list. */
  static FolderListing of(FileTree tree, Path root) throws IOException {
    return tree instanceof PackedTree packed ? packed.listing() : read(root);
  }

  /**
   * All files of a list. Classes are in the order of their names; of whole numbers, in that of the
   * numbers.
   *
   * @throws InvalidFileException if a line has no path, no class or no known part, or names a file again
   */
  private static FolderListing read(Path list) throws IOException {
    ListedFiles files = new ListedFiles(list);
    CsvRows.forEach(list, files::take);
    return files.listing();
  }

  private boolean take(long line, List<String> fields) throws IOException {
    if (pathColumn < 0) {
      pathColumn = column(fields, PATHS);
      labelColumn = column(fields, LABELS);
      partColumn = column(fields, PARTS);
      groupColumn = column(fields, GROUPS);
      return true;
    }
    String path = field(line, fields, pathColumn, "a path");
    String name = path.replace('\\', '/'); // as programs of Windows write
    String className = field(line, fields, labelColumn, "a class");
    if (className.indexOf('\n') >= 0) {
      throw invalid(line, "the name of the class has a line break");
    }
    Part part = partColumn < 0 ? Part.TRAIN : part(line, field(line, fields, partColumn, "a part"));
    String group = groupColumn < 0 ? "" : field(line, fields, groupColumn, "a group");
    if (!seen.add(path)) {
      throw invalid(line, "'%s' is in the list twice".formatted(path));
    }
    lines
        .computeIfAbsent(part, none -> new ArrayList<>())
        .add(new Line(resolved(line, name), name, className, group));
    return true;
  }

  private String field(long line, List<String> fields, int column, String what)
      throws InvalidFileException {
    String text = column < fields.size() ? fields.get(column).strip() : "";
    if (text.isEmpty()) {
      throw invalid(line, "%s is missing in column %s".formatted(what, column + 1));
    }
    if (text.length() > MOST_CHARACTERS) {
      throw invalid(
          line,
          "%s of %s characters is in column %s; at most %s are read"
              .formatted(what, text.length(), column + 1, MOST_CHARACTERS));
    }
    return text;
  }

  private Part part(long line, String name) throws InvalidFileException {
    Optional<Part> part = Part.named(name);
    if (part.isEmpty()) {
      throw invalid(line, "the part is '%s'; expected train, val or test".formatted(name));
    }
    return part.get();
  }

  private Path resolved(long line, String path) throws InvalidFileException {
    try {
      return list.resolveSibling(path);
    } catch (InvalidPathException e) {
      throw invalid(line, "'%s' is no path: %s".formatted(path, e.getReason()));
    }
  }

  private InvalidFileException invalid(long line, String problem) {
    return new InvalidFileException(list, "line " + line + ": " + problem);
  }

  private FolderListing listing() throws InvalidFileException {
    List<String> classNames = lines.values().stream()
        .flatMap(List::stream)
        .map(Line::className)
        .distinct()
        .sorted(order())
        .toList();
    if (classNames.size() < 2) {
      throw new InvalidFileException(
          list, "expected images of two or more classes, found only " + classNames);
    }
    Map<Part, List<LabelledFile>> files = new EnumMap<>(Part.class);
    lines.forEach((part, all) -> files.put(
        part,
        all.stream()
            .map(line ->
                new LabelledFile(line.path(), line.name(), classNames.indexOf(line.className())))
            .toList()));
    return new FolderListing(classNames, files, groups());
  }

  private Map<Part, List<String>> groups() {
    Map<Part, List<String>> groups = new EnumMap<>(Part.class);
    if (groupColumn >= 0) {
      lines.forEach(
          (part, all) -> groups.put(part, all.stream().map(Line::group).toList()));
    }
    return groups;
  }

  private Comparator<String> order() {
    Stream<String> names = lines.values().stream().flatMap(List::stream).map(Line::className);
    return names.allMatch(name -> name.matches("0|[1-9][0-9]{0,8}"))
        ? Comparator.comparing(Integer::valueOf)
        : Comparator.naturalOrder();
  }
}

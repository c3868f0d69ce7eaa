package dev.plenum.datasets.parquet.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which Parquet files a dataset has: {@code train-00000-of-00002.parquet} …, {@code test.parquet}, {@code
 * train/0000.parquet} …, in a folder or in the only folder with such files in it.
 */
public final class ParquetFiles {
  private static final String ENDING = ".parquet";
  private static final String TRAIN = "train";
  private static final Map<String, String> PARTS = Map.of(
      "train", TRAIN,
      "training", TRAIN,
      "val", "val",
      "valid", "val",
      "validation", "val",
      "dev", "val",
      "test", "test",
      "testing", "test");
  private static final Pattern SHARD = Pattern.compile("(.*?)(\\d{1,6})-of-(\\d{1,6})(.*)");

  private ParquetFiles() {}

  /**
   * {@return whether this is such a file, by its ending, or a folder with some}
   *
   * @param place a file or a folder
   * @throws IOException if it cannot be read
   */
  public static boolean areIn(Path place) throws IOException {
    return Files.isDirectory(place)
        ? !tables(place).isEmpty() || !folders(place).isEmpty()
        : isTable(place);
  }

  private static boolean isTable(Path file) {
    return Files.isRegularFile(file) && name(file).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /**
   * {@return the files of each part, {@code train}, {@code val} or {@code test}, in the order of their names}
   *
   * @param place a folder, or one file, which is then the part {@code train}
   * @throws IOException if some are missing, or it is not clear which belong to the dataset
   */
  public static Map<String, List<Path>> of(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return Map.of(TRAIN, List.of(place));
    }
    Map<String, List<Path>> parts = new LinkedHashMap<>();
    List<Path> tables = tables(place);
    List<Path> folders = folders(place);
    if (tables.isEmpty()
        && folders.stream().anyMatch(folder -> part(name(folder)).isEmpty())) {
      if (folders.size() > 1) {
        throw Refusal.of(
            place,
            "expected the Parquet files of one dataset, found folders of several; give one of them: "
                + folders.stream().map(ParquetFiles::name).toList());
      }
      return of(folders.get(0));
    }
    if (tables.isEmpty()) {
      requireNoPartHidden(place);
    }
    for (Path folder : tables.isEmpty() ? folders : List.<Path>of()) {
      parts
          .computeIfAbsent(part(name(folder)).orElseThrow(), none -> new ArrayList<>())
          .addAll(tables(folder));
    }
    boolean haveParts = tables.stream().anyMatch(file -> part(name(file)).isPresent());
    for (Path file : tables) {
      String part = haveParts
          ? part(name(file))
              .orElseThrow(() -> Refusal.of(
                  file, "its name says not whether it is for train, val or test, as others do"))
          : TRAIN;
      parts.computeIfAbsent(part, none -> new ArrayList<>()).add(file);
    }
    for (List<Path> files : parts.values()) {
      requireAllShards(files);
    }
    return inOrder(parts);
  }

  private static Map<String, List<Path>> inOrder(Map<String, List<Path>> parts) {
    Map<String, List<Path>> ordered = new LinkedHashMap<>();
    for (String part : List.of(TRAIN, "val", "test")) {
      Optional.ofNullable(parts.get(part)).ifPresent(files -> ordered.put(part, files));
    }
    return ordered;
  }

  private static List<Path> tables(Path folder) throws IOException {
    return entries(folder).filter(ParquetFiles::isTable).toList();
  }

  /** Those that have tables in them, or one folder deeper. */
  private static List<Path> folders(Path folder) throws IOException {
    return entries(folder)
        .filter(Files::isDirectory)
        .filter(entry -> hasTables(entry)
            || inside(entry).stream()
                .anyMatch(deeper -> Files.isDirectory(deeper) && hasTables(deeper)))
        .toList();
  }

  private static boolean hasTables(Path folder) {
    return inside(folder).stream().anyMatch(ParquetFiles::isTable);
  }

  /** What is in a folder that nobody named; nothing if it cannot be listed, as lost+found. */
  static List<Path> inside(Path folder) {
    try {
      return entries(folder).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  static Stream<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(".")).sorted().toList().stream();
    } catch (IOException e) {
      throw Refusal.of(folder, "it cannot be read");
    }
  }

  /** A part that cannot be listed is missing. */
  private static void requireNoPartHidden(Path place) throws IOException {
    for (Path entry : entries(place).filter(Files::isDirectory).toList()) {
      if (part(name(entry)).isPresent()) {
        entries(entry);
      }
    }
  }

  /** Of a file or folder, by a word in its name. */
  private static Optional<String> part(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[-_. ]"))
        .filter(PARTS::containsKey)
        .findFirst()
        .map(PARTS::get);
  }

  /** Of {@code train-00000-of-00003.parquet} there must be three. */
  private static void requireAllShards(List<Path> files) throws IOException {
    Set<String> names = files.stream().map(ParquetFiles::name).collect(Collectors.toSet());
    for (Path file : files) {
      Matcher shard = SHARD.matcher(name(file));
      int count = shard.matches() ? Integer.parseInt(shard.group(3)) : 0;
      for (int i = 0; i < count; i++) {
        String number = String.format(Locale.ROOT, "%0" + shard.group(2).length() + "d", i);
        String other = shard.group(1) + number + "-of-" + shard.group(3) + shard.group(4);
        if (!names.contains(other)) {
          throw Refusal.of(
              file, "it is one of %s files, but %s is missing".formatted(count, other));
        }
      }
    }
  }
}

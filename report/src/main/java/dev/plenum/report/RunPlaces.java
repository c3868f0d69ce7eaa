package dev.plenum.report;

import dev.plenum.experiment.RunRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where trainings left their histories: a file, a training's folder, or a folder with such folders in
 * it, such as that of a committee or of the reference experiment.
 */
public final class RunPlaces {
  /** Of a training's folder below one that was named: {@code stages/4/1}, {@code cells/…}. */
  private static final int DEEPEST = 4;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private RunPlaces() {}

  /**
   * {@return all of them, absolute and each once, in the order in which they were named; those of one folder
   * by their names, numbers by their size}
   *
   * @param named files, trainings' folders, and folders with such folders in them
   * @throws RunRefusedException if there is nothing of a name, or no training in it
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> find(List<Path> named) throws IOException {
    Set<Path> places = new LinkedHashSet<>();
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new RunRefusedException("there is no run %s".formatted(path));
      }
      List<Path> found = Files.isDirectory(path) ? below(path, DEEPEST) : List.of(path);
      if (found.isEmpty()) {
        throw new RunRefusedException(
            "%s is no run, and there is none in it: name the folder in which a training left its results, or its run.json or history.csv"
                .formatted(path));
      }
      found.forEach(place -> places.add(place.toAbsolutePath().normalize()));
    }
    return List.copyOf(places);
  }

  private static List<Path> below(Path folder, int depth) throws IOException {
    if (RunHistoryFiles.isTraining(folder)) {
      return List.of(folder);
    }
    List<Path> found = new ArrayList<>();
    if (depth > 0) {
      for (Path inner : folders(folder)) {
        found.addAll(below(inner, depth - 1));
      }
    }
    return found;
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) && !isHidden(entry))
          .sorted(Comparator.comparing(RunPlaces::key))
          .toList();
    }
  }

  private static boolean isHidden(Path entry) {
    return entry.getFileName().toString().startsWith(".");
  }

  /** Puts 2 before 10. */
  private static String key(Path entry) {
    return DIGITS
        .matcher(entry.getFileName().toString())
        .replaceAll(digits ->
            "0".repeat(Math.max(0, 20 - digits.group().length())) + digits.group());
  }
}

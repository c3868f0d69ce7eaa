package dev.plenum.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Short names of trainings: what tells their paths apart. */
public final class RunNames {
  private RunNames() {}

  /**
   * {@return of each path what is left without the folders that all begin with; of one alone the last name}
   *
   * @param places absolute, each once
   */
  public static List<String> of(List<Path> places) {
    List<List<String>> parts =
        new ArrayList<>(places.stream().map(RunNames::parts).toList());
    while (parts.stream().allMatch(names -> names.size() > 1)
        && parts.stream().map(names -> names.get(0)).distinct().count() == 1) {
      parts.replaceAll(names -> names.subList(1, names.size()));
    }
    return parts.stream().map(names -> String.join("/", names)).toList();
  }

  private static List<String> parts(Path place) {
    return StreamSupport.stream(place.spliterator(), false).map(Path::toString).toList();
  }
}

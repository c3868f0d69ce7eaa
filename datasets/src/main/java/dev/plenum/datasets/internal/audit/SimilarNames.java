package dev.plenum.datasets.internal.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds names of classes that are probably meant to be the same. */
final class SimilarNames {
  private SimilarNames() {}

  /** Those that differ only in upper and lower case, blanks, hyphens and underscores. */
  static List<List<String>> among(List<String> classNames) {
    Map<String, List<String>> similar = new LinkedHashMap<>();
    for (String name : classNames) {
      String key = name.strip().replaceAll("[\\s_-]+", " ").toUpperCase(Locale.ROOT);
      similar
          .computeIfAbsent(key.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
          .add(name);
    }
    return similar.values().stream().filter(names -> names.size() > 1).toList();
  }
}

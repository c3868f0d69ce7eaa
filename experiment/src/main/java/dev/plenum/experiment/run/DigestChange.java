package dev.plenum.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of files.
 *
 * @param before their digests, by name
 * @param now the same
 */
record DigestChange(Map<String, String> before, Map<String, String> now) {

  /** The files that are there still, but have another digest. */
  List<String> changed() {
    return before.keySet().stream()
        .filter(now::containsKey)
        .filter(name -> !String.valueOf(before.get(name)).equals(now.get(name)))
        .toList();
  }

  /** How many of all are changed, and which is the first: {@code 2 of 40; first cat/1.jpg}. */
  String share() {
    return String.format(
        Locale.ROOT,
        "%d of %d; first %s",
        changed().size(),
        before.size(),
        changed().get(0));
  }

  /** All that became of them; empty if nothing did. */
  Optional<String> inWords(String what) {
    List<String> words = new ArrayList<>();
    if (!changed().isEmpty()) {
      words.add(String.format(
          Locale.ROOT,
          "%d of %d %s changed, first %s",
          changed().size(),
          before.size(),
          what,
          changed().get(0)));
    }
    add(words, only(now, before), "are new");
    add(words, only(before, now), "are missing");
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private static List<String> only(Map<String, String> in, Map<String, String> notIn) {
    return in.keySet().stream().filter(name -> !notIn.containsKey(name)).toList();
  }

  private static void add(List<String> words, List<String> names, String what) {
    if (!names.isEmpty()) {
      words.add(String.format(Locale.ROOT, "%d %s, first %s", names.size(), what, names.get(0)));
    }
  }
}

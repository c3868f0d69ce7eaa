package dev.plenum.datasets.internal.audit;

import dev.plenum.datasets.internal.audit.Fingerprint.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses some images of each class to be shown: those whose digests are the lowest, which is as good as
 * by chance, the same on every machine, and none of them twice. There are fewer of each class where there
 * are many classes.
 */
final class Samples {
  private static final int MOST = 400;
  private static final int MOST_OF_CLASS = 12;
  private static final int FEWEST_OF_CLASS = 2;
  private static final Comparator<Digest> ORDER =
      Comparator.comparingLong(Digest::first).thenComparingLong(Digest::second);

  private final List<String> classNames;
  private final int each;
  /** The indices of the chosen images by their digests, by label. */
  private final List<TreeMap<Digest, Integer>> lowest = new ArrayList<>();

  Samples(List<String> classNames) {
    this.classNames = classNames;
    int share = MOST / Math.max(1, classNames.size());
    this.each = Math.max(FEWEST_OF_CLASS, Math.min(MOST_OF_CLASS, share));
    classNames.forEach(name -> lowest.add(new TreeMap<>(ORDER)));
  }

  void add(int index, int label, Digest digest) {
    TreeMap<Digest, Integer> some = lowest.get(label);
    some.putIfAbsent(digest, index);
    if (some.size() > each) {
      some.pollLastEntry();
    }
  }

  /** The indices of the chosen images, by class. */
  Map<String, List<Integer>> all() {
    Map<String, List<Integer>> all = new LinkedHashMap<>();
    for (int label = 0; label < classNames.size(); label++) {
      all.put(classNames.get(label), List.copyOf(lowest.get(label).values()));
    }
    return all;
  }
}

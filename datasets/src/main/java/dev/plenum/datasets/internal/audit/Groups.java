package dev.plenum.datasets.internal.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Joins numbers to groups, by a forest of disjoint sets. */
final class Groups {
  /** Of the same group; the first of a group is its own. */
  private final int[] parents;

  /** Each number by itself. */
  Groups(int size) {
    parents = IntStream.range(0, size).toArray();
  }

  private int first(int member) {
    int first = member;
    while (parents[first] != first) {
      parents[first] = parents[parents[first]];
      first = parents[first];
    }
    return first;
  }

  boolean areJoined(int one, int other) {
    return first(one) == first(other);
  }

  void join(int one, int other) {
    int a = first(one);
    int b = first(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** The groups of two or more, in the order of their first members, which comes first. */
  List<List<Integer>> all() {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < parents.length; i++) {
      groups.computeIfAbsent(first(i), none -> new ArrayList<>()).add(i);
    }
    Collection<List<Integer>> found = groups.values();
    return found.stream().filter(group -> group.size() > 1).toList();
  }
}

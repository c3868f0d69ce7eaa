package dev.plenum.api.service;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone may have meant. */
public final class Nearest {
  /** One letter in three may be wrong. */
  private static final int LETTERS_PER_ERROR = 3;

  private Nearest() {}

  /**
   * {@return the known name that the fewest insertions, deletions, substitutions and exchanges of
   * neighbours lead to; empty if none is near} A name that begins as the other does is near, and what all
   * begin with, such as dashes, counts for nothing.
   *
   * @param found what someone wrote
   * @param known the names that there are
   */
  public static Optional<String> to(String found, Collection<String> known) {
    int shared = commonPrefix(found, known);
    String own = found.substring(shared);
    return known.stream()
        .filter(name -> isNear(own, name.substring(shared)))
        .min(Comparator.comparingInt(name -> distance(own, name.substring(shared))));
  }

  private static int commonPrefix(String found, Collection<String> known) {
    return known.stream().mapToInt(name -> commonPrefix(found, name)).min().orElse(0);
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  private static boolean isNear(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    boolean isBeginning = shorter >= LETTERS_PER_ERROR && commonPrefix(a, b) == shorter;
    return isBeginning || distance(a, b) <= Math.max(1, longer / LETTERS_PER_ERROR);
  }

  /** Levenshtein's distance, with exchanges of neighbours. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int edits(int[][] edits, String a, String b, int i, int j) {
    boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
    int substituted = edits[i - 1][j - 1] + (isSame ? 0 : 1);
    int least = Math.min(substituted, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean isExchange =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isExchange ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}

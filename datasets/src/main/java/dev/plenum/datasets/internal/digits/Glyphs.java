package dev.plenum.datasets.internal.digits;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ways of writing each digit that the generator knows. A stroke lists the points that the pen
 * passes, in hundredths of the digit's height, x to the right, y downwards; {@code !} marks a corner.
 */
final class Glyphs {
  static final int DIGITS = 10;

  static List<Glyph> all() {
    return List.of(
        // 0: a plain oval; a slim one; a round one whose end overlaps its start; one with a hook
        Glyph.of(0, 4, "44,3 10,30 12,80 38,97 63,66 58,18 40,3"),
        Glyph.of(0, 3, "38,2 12,34 14,90 36,90 52,44 36,2"),
        Glyph.of(0, 3, "54,14 32,3 6,36 14,86 46,97 71,58 58,14 26,8"),
        Glyph.of(0, 1, "58,6 38,10 8,38 12,84 42,96 65,58 56,20 38,10"),
        // 1: a stick; with a flag; with flag and base; with a short flag
        Glyph.of(1, 6, "34,2 31,50 28,98"),
        Glyph.of(1, 4, "16,24 28,14 36,2! 35,50 34,98"),
        Glyph.of(1, 2, "14,24 34,2! 34,97", "12,97 58,96"),
        Glyph.of(1, 2, "24,14 36,3! 33,98"),
        // 2: a pointed foot; a looped foot; a swan's neck on a straight base; a flat, wide one
        Glyph.of(2, 4, "8,24 16,8 36,2 54,14 52,36 32,66 7,97! 34,94 64,96"),
        Glyph.of(2, 3, "8,22 24,4 46,5 55,22 46,52 26,82 10,94 7,84 20,80 40,92 58,97 68,90"),
        Glyph.of(2, 2, "10,14 34,3 53,12 50,34 28,68 8,95! 62,94"),
        Glyph.of(2, 1, "6,20 30,4 58,12 56,34 30,60 5,92! 22,84 44,94 70,92"),
        // 3: two bows; a flat top; a small loop in the middle; bows of unlike size
        Glyph.of(3, 4, "8,14 28,2 49,12 48,34 24,47! 52,58 57,80 34,98 6,88"),
        Glyph.of(3, 2, "8,6 54,5! 26,42! 52,54 58,78 34,98 6,88"),
        Glyph.of(3, 2, "10,12 32,2 52,16 42,40 22,48 22,41 34,42 54,58 54,84 30,98 6,88"),
        Glyph.of(3, 2, "14,8 34,2 46,14 40,34 22,42! 50,50 62,74 40,97 8,92"),
        // 4: open, straight; closed; open and round; in one stroke with a loop to the right
        Glyph.of(4, 4, "18,4 9,52! 64,50", "50,12 48,54 44,98"),
        Glyph.of(4, 3, "46,3 26,36 5,66! 66,63", "47,3 46,50 45,98"),
        Glyph.of(4, 3, "12,6 8,32 18,50 38,50 52,38", "55,3 52,50 46,98"),
        Glyph.of(4, 2, "16,6 7,50! 46,46 58,8! 50,56 46,98"),
        // 5: with a hat drawn last; in one stroke with corners; like an S; with a rising hat
        Glyph.of(5, 4, "18,5 13,42! 36,36 56,52 55,82 32,98 6,90", "18,5 60,3"),
        Glyph.of(5, 3, "60,4 21,6! 14,45! 36,38 56,54 53,84 30,98 6,90"),
        Glyph.of(5, 2, "58,6 36,4 19,12 18,32 36,46 54,62 50,88 28,98 6,91"),
        Glyph.of(5, 1, "20,8 15,46! 40,42 54,60 48,86 24,98 4,90", "20,8 44,8 66,4"),
        // 6: a curved tail; a straight one; a large loop; an upright tail with a low, small loop
        Glyph.of(6, 4, "50,4 27,20 10,52 10,82 28,98 50,90 54,68 38,54 20,62 11,78"),
        Glyph.of(6, 3, "44,2 22,40 9,70 16,93 38,97 52,82 46,62 26,60 11,76"),
        Glyph.of(6, 2, "38,2 16,28 6,62 13,90 34,98 57,86 60,62 42,47 22,52 9,70"),
        Glyph.of(6, 2, "30,2 14,40 8,76 20,97 44,94 50,76 38,66 22,70 11,82"),
        // 7: plain; barred; with a hook at its start; round; with hook and bar
        Glyph.of(7, 4, "4,8 34,7 64,5! 44,46 30,98"),
        Glyph.of(7, 3, "5,8 62,6! 44,46 28,98", "20,52 58,49"),
        Glyph.of(7, 2, "4,22 7,6! 64,5! 46,48 34,98"),
        Glyph.of(7, 2, "3,13 28,5 57,6 62,18 46,50 34,76 30,98"),
        Glyph.of(7, 1, "4,20 7,6! 34,8 63,5! 42,54 30,98", "22,54 54,50"),
        // 8: one line, begun at the upper right; two rings; begun in the middle; open at the top
        Glyph.of(8, 4, "52,14 34,2 14,14 20,36 40,52 56,74 42,96 18,94 10,76 26,54 46,36 53,14"),
        Glyph.of(
            8,
            3,
            "34,3 15,14 18,38 34,46 51,36 53,14 33,2",
            "34,47 11,62 11,87 32,99 56,88 57,64 35,46"),
        Glyph.of(8, 2, "34,48 52,30 48,8 28,3 14,20 30,46 52,66 52,90 28,99 10,86 16,64 36,46"),
        Glyph.of(8, 2, "58,8 34,3 14,18 24,40 46,58 54,80 36,98 13,88 18,66 40,44 60,20"),
        // 9: a straight stem; a curved tail; one line, the stem leaning; a slim one with a hook
        Glyph.of(9, 4, "52,14 32,3 11,18 11,42 30,50 49,34 54,9! 52,50 48,98"),
        Glyph.of(9, 3, "53,16 34,2 11,18 13,44 34,51 52,32 56,10! 55,58 42,90 12,95"),
        Glyph.of(9, 3, "50,10 32,4 13,20 13,42 30,49 48,30 52,10 48,50 34,98"),
        Glyph.of(9, 1, "48,12 30,4 16,20 20,40 40,36 50,14! 48,62 36,94 20,92"));
  }

  private final List<List<Glyph>> drawnFrom;

  Glyphs() {
    List<Glyph> all = all();
    drawnFrom =
        IntStream.range(0, DIGITS).mapToObj(digit -> repeated(all, digit)).toList();
  }

  /** A digit's glyphs, each as often as its frequency says. */
  private static List<Glyph> repeated(List<Glyph> all, int digit) {
    return all.stream()
        .filter(glyph -> glyph.digit() == digit)
        .flatMap(glyph -> Collections.nCopies(glyph.frequency(), glyph).stream())
        .toList();
  }

  /** One of a digit's glyphs, at random. */
  Glyph choose(int digit, Draws draws) {
    List<Glyph> glyphs = drawnFrom.get(digit);
    return glyphs.get(draws.below(glyphs.size()));
  }
}

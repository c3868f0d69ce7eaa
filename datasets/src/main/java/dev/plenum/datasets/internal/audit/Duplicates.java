package dev.plenum.datasets.internal.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds images that are the same, and images that look the same. */
final class Duplicates {
  /** How alike images must be to look the same; see {@link Thumbnail#correlation}. */
  static final double LEAST_CORRELATION = 0.98;

  /** As many images as one is compared with at most. */
  private static final int MOST_COMPARED = 1000;

  private final List<Fingerprint> images;
  private final Groups same;
  private final Groups alike;
  /** The images that are in the index, by their numbers there. */
  private final int[] indexed;

  private final HashIndex index = new HashIndex();
  private int indexSize;
  private long notCompared;
  private int compared;

  private Duplicates(List<Fingerprint> images) {
    this.images = images;
    this.same = new Groups(images.size());
    this.alike = new Groups(images.size());
    this.indexed = new int[images.size()];
  }

  static Duplicates of(List<Fingerprint> images) {
    Duplicates duplicates = new Duplicates(images);
    Map<Fingerprint.Digest, Integer> known = new HashMap<>();
    for (int i = 0; i < images.size(); i++) {
      Integer first = known.putIfAbsent(images.get(i).digest(), i);
      if (first != null) {
        duplicates.same.join(first, i);
      } else if (!images.get(i).isBlank()) {
        duplicates.compare(i);
      }
    }
    return duplicates;
  }

  /** With those before it that have similar hashes. */
  private void compare(int image) {
    compared = 0;
    for (int i = 0; i < Shift.ALL.size(); i++) {
      Shift shift = Shift.ALL.get(i);
      index.search(images.get(image).hash(i), number -> compare(image, indexed[number], shift));
    }
    index.add(images.get(image).hash(0)); // without a shift
    indexed[indexSize++] = image;
  }

  private void compare(int image, int other, Shift shift) {
    if (alike.areJoined(image, other)) {
      return;
    }
    if (compared == MOST_COMPARED) {
      notCompared++;
      return;
    }
    compared++;
    Thumbnail moved = images.get(image).thumbnail();
    if (shift.correlation(moved, images.get(other).thumbnail()) >= LEAST_CORRELATION) {
      alike.join(image, other);
    }
  }

  /** Groups of images with the same pixels. */
  List<List<Integer>> same() {
    return same.all();
  }

  /** Groups of images that look the same, each like one other at least; of those with the same pixels the first. */
  List<List<Integer>> alike() {
    return alike.all();
  }

  /** How many pairs were left aside, as an image has too many to be compared with. */
  long notCompared() {
    return notCompared;
  }
}

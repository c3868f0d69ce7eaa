package dev.plenum.datasets.internal.audit;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.audit.AuditedImage;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.audit.ImageGroup;
import dev.plenum.datasets.audit.Preview;
import dev.plenum.datasets.internal.image.PixelImage;
import dev.plenum.datasets.internal.image.Resizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes images one by one, and then says what is wrong with them. For one audit. */
final class Auditor {
  private static final int MOST_SHOWN = 60;
  private static final int MOST_SHOWN_OF_GROUP = 6;
  private static final int LONGEST_SIDE = 168;

  private final List<String> classNames;
  private final List<AuditedImage> images = new ArrayList<>();
  private final List<Fingerprint> fingerprints = new ArrayList<>();
  private final Samples samples;
  /** By part and class. */
  private final Map<String, int[]> counts = new HashMap<>();

  private final List<String> broken = new ArrayList<>();

  /** An image that was looked at before. */
  @FunctionalInterface
  interface Pictures {
    /**
     * Reads it again.
     *
     * @param index in the order in which it was added
     * @throws IOException if it cannot be read any more
     */
    PixelImage read(int index) throws IOException;
  }

  Auditor(List<String> classNames) {
    this.classNames = classNames;
    this.samples = new Samples(classNames);
  }

  /**
   * Adds an image.
   *
   * @param label the index of its class
   */
  void add(String part, String name, int label, Fingerprint fingerprint) {
    samples.add(images.size(), label, fingerprint.digest());
    counts.computeIfAbsent(part, none -> new int[classNames.size()])[label]++;
    images.add(new AuditedImage(
        part,
        name,
        classNames.get(label),
        fingerprint.height(),
        fingerprint.width(),
        Optional.empty()));
    fingerprints.add(fingerprint);
  }

  /** Remembers that a file cannot be used, and why. */
  void addBroken(String problem) {
    broken.add(problem);
  }

  /**
   * What was found.
   *
   * @param pictures the images that were added, for those that are to be shown
   */
  DatasetAudit audit(String name, String form, Pictures pictures) throws IOException {
    Duplicates duplicates = Duplicates.of(fingerprints);
    List<List<Integer>> same = duplicates.same();
    List<List<Integer>> alike = duplicates.alike();
    List<Integer> constant = those(Fingerprint::isConstant);
    List<Integer> blank = those(image -> image.isBlank() && !image.isConstant());
    List<Integer> turned = those(Fingerprint::isTurned);
    List<Stream<Integer>> shown = new ArrayList<>();
    Stream.of(same, alike)
        .flatMap(groups -> groups.stream().limit(MOST_SHOWN))
        .forEach(group -> shown.add(group.stream().limit(MOST_SHOWN_OF_GROUP)));
    Stream.of(constant, blank, turned).forEach(some -> shown.add(some.stream().limit(MOST_SHOWN)));
    samples.all().values().forEach(some -> shown.add(some.stream()));
    addPreviews(shown.stream().flatMap(some -> some).distinct().sorted().toList(), pictures);
    return new DatasetAudit(
        name,
        form,
        classNames,
        counts(),
        broken,
        Sizes.of(fingerprints),
        groups(same),
        groups(alike),
        images(constant),
        images(blank),
        images(turned),
        SimilarNames.among(classNames),
        samples(),
        duplicates.notCompared());
  }

  private List<Integer> those(Predicate<Fingerprint> are) {
    return IntStream.range(0, fingerprints.size())
        .filter(i -> are.test(fingerprints.get(i)))
        .boxed()
        .toList();
  }

  private void addPreviews(List<Integer> shown, Pictures pictures) throws IOException {
    for (int i : shown) {
      AuditedImage image = images.get(i);
      images.set(
          i,
          new AuditedImage(
              image.part(),
              image.name(),
              image.className(),
              image.height(),
              image.width(),
              Optional.of(preview(pictures.read(i)))));
    }
  }

  private static Preview preview(PixelImage image) {
    int longer = Math.max(image.height(), image.width());
    PixelImage small = longer <= LONGEST_SIDE
        ? image
        : Resizer.resize(
            image, shortened(image.height(), longer), shortened(image.width(), longer));
    return new Preview(Shape.of(small.height(), small.width(), small.channels()), small.pixels());
  }

  private static int shortened(int side, int longer) {
    return Math.max(1, side * LONGEST_SIDE / longer);
  }

  /** In the order train, validation, test, of those parts that there are. */
  private Map<String, List<Integer>> counts() {
    Map<String, List<Integer>> ordered = new LinkedHashMap<>();
    Stream.of(DatasetAudit.TRAIN, DatasetAudit.VALIDATION, DatasetAudit.TEST)
        .filter(counts::containsKey)
        .forEach(part -> ordered.put(part, boxed(counts.getOrDefault(part, new int[0]))));
    return ordered;
  }

  private static List<Integer> boxed(int[] numbers) {
    return IntStream.of(numbers).boxed().toList();
  }

  private List<ImageGroup> groups(List<List<Integer>> groups) {
    return groups.stream().map(group -> new ImageGroup(images(group))).toList();
  }

  private List<AuditedImage> images(List<Integer> indices) {
    return indices.stream().map(images::get).toList();
  }

  private Map<String, List<AuditedImage>> samples() {
    Map<String, List<AuditedImage>> chosen = new LinkedHashMap<>();
    samples.all().forEach((className, indices) -> chosen.put(className, images(indices)));
    return chosen;
  }
}

package dev.plenum.datasets.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a dataset, or odd about it.
 *
 * <pre>{@code
 * DatasetAudit audit = Datasets.folder(photos).audit();
 * audit.brokenFiles().forEach(System.out::println);
 * }</pre>
 *
 * @param name the dataset's
 * @param form in what form it is stored, in a few words
 * @param classNames of all parts
 * @param counts how many images of each class a part has, by the part's name ({@code train}, {@code
 *     validation}, {@code test}); broken files are not among them
 * @param brokenFiles each with the reason why it cannot be used
 * @param sizes how large images are
 * @param duplicates images with the same pixels
 * @param nearDuplicates images that look the same, but for compression, size, brightness, contrast or a
 *     shift by a pixel: of those with the same pixels the first stands for all. Images of a group are
 *     like one other at least
 * @param constant images of one colour
 * @param nearlyBlank images whose brightness hardly varies
 * @param turned images whose file says (by EXIF) that they are to be shown turned or mirrored; reading
 *     does so for TIFF, and else where it is asked to ({@link dev.plenum.datasets.picture.Preparation#upright})
 * @param similarNames names of classes that differ only in upper and lower case, blanks, hyphens and
 *     underscores
 * @param samples some images of each class, chosen by their digests
 * @param notCompared how many pairs of images were not compared, since too many look alike at a glance
 */
public record DatasetAudit(
    String name,
    String form,
    List<String> classNames,
    Map<String, List<Integer>> counts,
    List<String> brokenFiles,
    ImageSizes sizes,
    List<ImageGroup> duplicates,
    List<ImageGroup> nearDuplicates,
    List<AuditedImage> constant,
    List<AuditedImage> nearlyBlank,
    List<AuditedImage> turned,
    List<List<String>> similarNames,
    Map<String, List<AuditedImage>> samples,
    long notCompared) {
  /** The part to train on. */
  public static final String TRAIN = "train";

  /** The part to watch a training by. */
  public static final String VALIDATION = "validation";

  /** The part to measure the result by. */
  public static final String TEST = "test";

  /**
   * Copies lists and maps, in their order.
   *
   * @param name the dataset's
   * @param form in what form it is stored, in a few words
   * @param classNames of all parts
   * @param counts how many images of each class a part has, by the part's name, without broken files
   * @param brokenFiles each with the reason why it cannot be used
   * @param sizes how large images are
   * @param duplicates images with the same pixels
   * @param nearDuplicates images that look the same; of those with the same pixels the first stands for all
   * @param constant images of one colour
   * @param nearlyBlank images whose brightness hardly varies
   * @param turned images whose file says (by EXIF) that they are to be shown turned or mirrored
   * @param similarNames names of classes that differ only in case, blanks, hyphens and underscores
   * @param samples some images of each class, by its name
   * @param notCompared how many pairs of images were not compared
   */
  public DatasetAudit {
    classNames = List.copyOf(classNames);
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    brokenFiles = List.copyOf(brokenFiles);
    duplicates = List.copyOf(duplicates);
    nearDuplicates = List.copyOf(nearDuplicates);
    constant = List.copyOf(constant);
    nearlyBlank = List.copyOf(nearlyBlank);
    turned = List.copyOf(turned);
    similarNames = List.copyOf(similarNames);
    samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
  }

  /** {@return how many images there are, broken files aside} */
  public int images() {
    return counts.values().stream()
        .flatMap(List::stream)
        .mapToInt(count -> count)
        .sum();
  }

  /** {@return how many images outside of the training part have the pixels of a training image} */
  public int leaked() {
    return duplicates.stream().mapToInt(ImageGroup::leaked).sum();
  }

  /**
   * {@return how many images outside of the training part look like a training image, those aside that have
   * its pixels}
   */
  public int nearlyLeaked() {
    return nearDuplicates.stream().mapToInt(ImageGroup::leaked).sum();
  }

  /**
   * {@return whether every file can be used, and no image to measure by has the pixels of a training image}
   */
  public boolean isSound() {
    return brokenFiles.isEmpty() && leaked() == 0;
  }
}

package dev.plenum.report.audit;

import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.audit.ImageGroup;
import dev.plenum.datasets.audit.ImageSizes;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an audit comes to, in sentences, the worst first. */
final class AuditFindings {
  /** From here on the classes' sizes are worth a sentence. */
  private static final int UNEVEN = 2;

  private final DatasetAudit audit;
  private final List<String> sentences = new ArrayList<>();

  private AuditFindings(DatasetAudit audit) {
    this.audit = audit;
  }

  /** The first sentence says whether there is anything. */
  static List<String> of(DatasetAudit audit) {
    AuditFindings findings = new AuditFindings(audit);
    findings.broken();
    findings.leaks();
    findings.duplicates();
    findings.classes();
    findings.pictures();
    List<String> all = new ArrayList<>();
    all.add(
        findings.sentences.isEmpty()
            ? "Nothing wrong was found."
            : "This is worth a look before training:");
    all.addAll(findings.sentences);
    return all;
  }

  private void say(String format, Object... arguments) {
    sentences.add(String.format(Locale.ROOT, format, arguments));
  }

  private void sayIfAny(int count, String one, String many) {
    if (count > 0) {
      say(count == 1 ? one : many, count);
    }
  }

  private void broken() {
    sayIfAny(
        audit.brokenFiles().size(),
        "%,d file cannot be used; no model can be trained before it is repaired or removed.",
        "%,d files cannot be used; no model can be trained before they are repaired or removed.");
  }

  private void leaks() {
    sayIfAny(
        audit.leaked(),
        "%,d image to measure by has the pixels of a training image, so that what is measured is too good.",
        "%,d images to measure by have the pixels of training images, so that what is measured is too good.");
    sayIfAny(
        audit.nearlyLeaked(),
        "%,d other image to measure by looks like a training image.",
        "%,d other images to measure by look like training images.");
  }

  private void duplicates() {
    List<ImageGroup> same = audit.duplicates();
    sayIfAny(
        same.stream().mapToInt(group -> group.images().size() - 1).sum(),
        "%,d image is a copy of another, pixel by pixel.",
        "%,d images are copies of others, pixel by pixel.");
    sayIfAny(
        (int) same.stream().filter(ImageGroup::isAcrossClasses).count(),
        "%,d image is in several classes at once, so that a label is wrong.",
        "%,d images are in several classes at once, so that labels are wrong.");
    sayIfAny(
        audit.nearDuplicates().size(),
        "%,d group of images look alike, but for compression, size, brightness or a shift.",
        "%,d groups of images look alike, but for compression, size, brightness or a shift.");
    boolean isWhole = audit.counts().keySet().equals(Collections.singleton(DatasetAudit.TRAIN));
    if (isWhole && !(same.isEmpty() && audit.nearDuplicates().isEmpty())) {
      say(
          "There are no test images: where some are set aside by chance, copies come to both sides.");
    }
    if (audit.notCompared() > 0) {
      say(
          "%,d pairs of images were not compared, since too many look alike at a glance.",
          audit.notCompared());
    }
  }

  private void classes() {
    List<Integer> counts = audit.counts().getOrDefault(DatasetAudit.TRAIN, List.of());
    if (!counts.isEmpty()) {
      int most = Collections.max(counts);
      int fewest = Collections.min(counts);
      if (most >= UNEVEN * Math.max(1, fewest)) {
        say(
            "Classes are uneven: '%s' has %,d training images, '%s' has %,d.",
            audit.classNames().get(counts.indexOf(most)),
            most,
            audit.classNames().get(counts.indexOf(fewest)),
            fewest);
      }
    }
    for (List<String> names : audit.similarNames()) {
      say(
          "Names of classes are nearly the same: %s.",
          names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));
    }
  }

  private void pictures() {
    sayIfAny(
        audit.constant().size(),
        "%,d image is of one colour.",
        "%,d images are of one colour each.");
    sayIfAny(
        audit.nearlyBlank().size(), "%,d image is almost blank.", "%,d images are almost blank.");
    sayIfAny(
        audit.turned().size(),
        "%,d file says (by EXIF) that its picture is to be shown turned or mirrored; it is read as it is stored.",
        "%,d files say (by EXIF) that their pictures are to be shown turned or mirrored; they are read as they are stored.");
    ImageSizes sizes = audit.sizes();
    if (sizes.sizes().size() > 1) {
      say("Images have %s sizes.", Figures.count(sizes.sizes().size()));
    }
    if (sizes.grey() > 0 && sizes.colour() > 0) {
      say("%,d images are grey, %,d are in colour.", sizes.grey(), sizes.colour());
    }
  }
}

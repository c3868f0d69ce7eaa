package dev.plenum.datasets.audit;

import java.util.List;

/**
 * Images that are the same, or nearly.
 *
 * @param images two or more, in the dataset's order
 */
public record ImageGroup(List<AuditedImage> images) {

  /**
   * Copies the list.
   *
   * @param images two or more, in the dataset's order
   */
  public ImageGroup {
    images = List.copyOf(images);
  }

  /** {@return whether its images are of several parts} */
  public boolean isAcrossParts() {
    return images.stream().map(AuditedImage::part).distinct().count() > 1;
  }

  /** {@return whether its images are of several classes} */
  public boolean isAcrossClasses() {
    return images.stream().map(AuditedImage::className).distinct().count() > 1;
  }

  /** {@return how many images of the other parts are like one of the part {@code train}} */
  public int leaked() {
    long inTraining = images.stream().filter(ImageGroup::isForTraining).count();
    return inTraining == 0 ? 0 : (int) (images.size() - inTraining);
  }

  private static boolean isForTraining(AuditedImage image) {
    return image.part().equals(DatasetAudit.TRAIN);
  }
}

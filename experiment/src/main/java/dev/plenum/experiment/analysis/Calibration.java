package dev.plenum.experiment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a classifier's probabilities can be trusted: of the images for which it is 90 % sure, are 90 %
 * right?
 *
 * @param equalWidth {@value #BINS} bins of equal width over the confidence, without those that are empty
 * @param equalCount as many bins with equally many images each (up to one), fewer if there are fewer images
 * @param expectedError the mean distance between confidence and accuracy in the bins of equal width,
 *     weighted by their images (ECE), from 0 to 1
 * @param maximumError the largest of these distances (MCE)
 * @param adaptiveError the mean distance in the bins of equal count
 * @param brier the mean over images of the sum over classes of (probability − truth)², from 0 to 2
 * @param logLoss the mean of −ln of the given class's probability (NLL); a probability of 0 counts as the
 *     smallest float above it
 */
public record Calibration(
    List<Bin> equalWidth,
    List<Bin> equalCount,
    double expectedError,
    double maximumError,
    double adaptiveError,
    double brier,
    double logLoss) {
  /** The number of bins. */
  public static final int BINS = 15;

  /**
   * Images of similar confidence.
   *
   * @param images how many
   * @param confidence the mean probability of what they are taken for, from 0 to 1
   * @param accuracy the share that is right
   */
  public record Bin(int images, double confidence, double accuracy) {
    /** {@return the distance between confidence and accuracy} */
    public double gap() {
      return Math.abs(confidence - accuracy);
    }

    private static Bin of(Outputs outputs, List<Integer> images) {
      double confidence = 0;
      int right = 0;
      for (int i : images) {
        confidence += outputs.confidence(i);
        right += outputs.isRight(i) ? 1 : 0;
      }
      return new Bin(images.size(), confidence / images.size(), (double) right / images.size());
    }
  }

  /**
   * Copies the lists.
   *
   * @param equalWidth {@value #BINS} bins of equal width over the confidence, without those that are empty
   * @param equalCount as many bins with equally many images each (up to one), or fewer
   * @param expectedError the mean distance between confidence and accuracy in the bins of equal width (ECE)
   * @param maximumError the largest of these distances (MCE)
   * @param adaptiveError the mean distance in the bins of equal count
   * @param brier the mean over images of the sum over classes of (probability − truth)²
   * @param logLoss the mean of −ln of the given class's probability (NLL)
   */
  public Calibration {
    equalWidth = List.copyOf(equalWidth);
    equalCount = List.copyOf(equalCount);
  }

  /**
   * Measures it.
   *
   * @param outputs what a classifier said of labelled images
   * @return how far its probabilities can be trusted
   */
  public static Calibration of(Outputs outputs) {
    List<Bin> equalWidth = equalWidth(outputs);
    List<Bin> equalCount = equalCount(outputs);
    return new Calibration(
        equalWidth,
        equalCount,
        meanGap(equalWidth, outputs.size()),
        equalWidth.stream().mapToDouble(Bin::gap).max().orElse(0),
        meanGap(equalCount, outputs.size()),
        brier(outputs),
        logLoss(outputs));
  }

  private static double meanGap(List<Bin> bins, int images) {
    return bins.stream().mapToDouble(bin -> bin.images() * bin.gap()).sum() / images;
  }

  /** A bin has its upper border, not its lower one. */
  private static List<Bin> equalWidth(Outputs outputs) {
    List<List<Integer>> bins = new ArrayList<>();
    IntStream.range(0, BINS).forEach(none -> bins.add(new ArrayList<>()));
    for (int i = 0; i < outputs.size(); i++) {
      int bin = (int) Math.ceil((double) outputs.confidence(i) * BINS) - 1;
      bins.get(Math.max(0, Math.min(BINS - 1, bin))).add(i);
    }
    return bins.stream()
        .filter(bin -> !bin.isEmpty())
        .map(bin -> Bin.of(outputs, bin))
        .toList();
  }

  private static List<Bin> equalCount(Outputs outputs) {
    List<Integer> sorted = IntStream.range(0, outputs.size())
        .boxed()
        .sorted(Comparator.comparingDouble(outputs::confidence))
        .toList();
    int bins = Math.min(BINS, sorted.size());
    return IntStream.range(0, bins)
        .mapToObj(bin ->
            sorted.subList(border(bin, bins, sorted.size()), border(bin + 1, bins, sorted.size())))
        .map(bin -> Bin.of(outputs, bin))
        .toList();
  }

  private static int border(int bin, int bins, int images) {
    return (int) ((long) bin * images / bins);
  }

  private static double brier(Outputs outputs) {
    double sum = 0;
    for (int i = 0; i < outputs.size(); i++) {
      for (int c = 0; c < outputs.classes(); c++) {
        double off = outputs.probability(i, c) - (c == outputs.label(i) ? 1.0 : 0.0);
        sum += off * off;
      }
    }
    return sum / outputs.size();
  }

  static double logLoss(Outputs outputs) {
    double sum = 0;
    for (int i = 0; i < outputs.size(); i++) {
      float own = outputs.probability(i, outputs.label(i));
      sum -= StrictMath.log(Math.max(own, Float.MIN_VALUE));
    }
    return sum / outputs.size();
  }
}

package dev.plenum.benchmarks.training;

import com.typesafe.config.Config;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.JsonObject;
import java.util.List;

/**
 * What was measured in one process.
 *
 * @param dataset what was trained on
 * @param images the images of a plain epoch
 * @param augmentedImages the images of an augmented epoch, which has whole batches only
 * @param startupSeconds from the start of the JVM to the end of the first step
 * @param epochSeconds of each plain epoch
 * @param augmentedEpochSeconds of each augmented epoch
 * @param inferenceSeconds of each repetition, for {@link Inference#IMAGES} images
 * @param bytesPerStep what a step of a steady plain epoch allocates on the Java heap, the median
 * @param collections garbage collections in all steady plain epochs
 */
record CellMeasures(
    String dataset,
    int images,
    int augmentedImages,
    double startupSeconds,
    List<Double> epochSeconds,
    List<Double> augmentedEpochSeconds,
    List<Double> inferenceSeconds,
    double bytesPerStep,
    long collections) {

  /** Copies the lists. */
  CellMeasures {
    epochSeconds = List.copyOf(epochSeconds);
    augmentedEpochSeconds = List.copyOf(augmentedEpochSeconds);
    inferenceSeconds = List.copyOf(inferenceSeconds);
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with("dataset", dataset)
        .with("images", images)
        .with("augmentedImages", augmentedImages)
        .with("startupSeconds", startupSeconds)
        .withNumbers("epochSeconds", epochSeconds)
        .withNumbers("augmentedEpochSeconds", augmentedEpochSeconds)
        .withNumbers("inferenceSeconds", inferenceSeconds)
        .with("bytesPerStep", bytesPerStep)
        .with("collections", collections);
  }

  static CellMeasures read(Config measures) {
    return new CellMeasures(
        measures.getString("dataset"),
        measures.getInt("images"),
        measures.getInt("augmentedImages"),
        measures.getDouble("startupSeconds"),
        measures.getDoubleList("epochSeconds"),
        measures.getDoubleList("augmentedEpochSeconds"),
        measures.getDoubleList("inferenceSeconds"),
        measures.getDouble("bytesPerStep"),
        measures.getLong("collections"));
  }

  /** In which the JVM is still warming up. */
  double firstEpochSeconds() {
    return epochSeconds.get(0);
  }

  /** The median of the later plain epochs. */
  double steadyEpochSeconds() {
    return steady(epochSeconds);
  }

  /** Trained on in a steady plain epoch. */
  double imagesPerSecond() {
    return images / steadyEpochSeconds();
  }

  /** How many times as long as a plain one an augmented image takes, in steady epochs. */
  double augmentedRatio() {
    return imagesPerSecond() * steady(augmentedEpochSeconds) / augmentedImages;
  }

  /** The median. */
  double typicalInferenceSeconds() {
    return new Sample(inferenceSeconds).median();
  }

  /** The smallest. */
  double bestInferenceSeconds() {
    return new Sample(inferenceSeconds).min();
  }

  private static double steady(List<Double> seconds) {
    return new Sample(seconds.subList(1, seconds.size())).median();
  }
}

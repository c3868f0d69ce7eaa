package dev.plenum.experiment.comparison;

import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;

/**
 * What is measured in a cell beyond what every training measures; the file {@code cell.json}.
 *
 * @param imagesPerEpoch how many images an epoch trains on
 * @param firstEpochSha256 of the weights after the first epoch
 * @param startupSeconds from the start of the JVM to the end of the first step
 * @param peakMemoryBytes the most memory that its process held, until it was trained
 * @param inference how fast the trained model classifies
 */
public record CellMeasures(
    int imagesPerEpoch,
    String firstEpochSha256,
    double startupSeconds,
    long peakMemoryBytes,
    InferenceSpeed inference) {

  JsonObject toJson() {
    return JsonObject.empty()
        .with("imagesPerEpoch", imagesPerEpoch)
        .with("firstEpochSha256", firstEpochSha256)
        .with("startupSeconds", startupSeconds)
        .with("peakMemoryBytes", peakMemoryBytes)
        .with("latencyP50Seconds", inference.latencyP50())
        .with("latencyP99Seconds", inference.latencyP99())
        .with("inferenceImagesPerSecond", inference.imagesPerSecond());
  }

  static CellMeasures read(JsonValue cell) {
    return new CellMeasures(
        cell.required("imagesPerEpoch").intValue(),
        cell.required("firstEpochSha256").text(),
        cell.required("startupSeconds").doubleValue(),
        cell.required("peakMemoryBytes").longValue(),
        new InferenceSpeed(
            cell.required("latencyP50Seconds").doubleValue(),
            cell.required("latencyP99Seconds").doubleValue(),
            cell.required("inferenceImagesPerSecond").doubleValue()));
  }
}

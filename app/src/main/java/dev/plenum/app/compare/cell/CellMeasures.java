package dev.plenum.app.compare.cell;

import com.typesafe.config.Config;
import dev.plenum.persistence.JsonObject;

/**
 * What is measured in a cell beyond what every training measures; the file {@code cell.json}.
 *
 * @param imagesPerEpoch how many images an epoch trains on
 * @param firstEpochSha256 of the weights after the first epoch
 * @param startupSeconds from the start of the JVM to the end of the first step
 * @param peakMemoryBytes the most memory that its process held, until it was trained
 * @param inference how fast the trained model classifies
 */
record CellMeasures(
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

  static CellMeasures read(Config cell) {
    return new CellMeasures(
        cell.getInt("imagesPerEpoch"),
        cell.getString("firstEpochSha256"),
        cell.getDouble("startupSeconds"),
        cell.getLong("peakMemoryBytes"),
        new InferenceSpeed(
            cell.getDouble("latencyP50Seconds"),
            cell.getDouble("latencyP99Seconds"),
            cell.getDouble("inferenceImagesPerSecond")));
  }
}

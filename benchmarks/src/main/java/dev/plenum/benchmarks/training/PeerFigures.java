package dev.plenum.benchmarks.training;

import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody else's software takes for the same network, measured apart from us.
 *
 * @param network as its name is here
 * @param name of the software, with its version
 * @param epochSeconds of 50,000 images, greater than 0
 * @param inferenceSeconds to classify 10,000 images, greater than 0; empty if it was not measured
 */
record PeerFigures(
    String network, String name, double epochSeconds, Optional<Double> inferenceSeconds) {

  /** Checks the numbers. */
  PeerFigures {
    if (!(epochSeconds > 0)
        || inferenceSeconds.filter(seconds -> !(seconds > 0)).isPresent()) {
      throw new IllegalArgumentException("seconds must be greater than 0");
    }
  }

  /**
   * Reads figures from a file like the one that {@code --out} writes, so that an earlier build can be a
   * peer too: {@code results[{network, backend, epochSeconds, inferenceSeconds}]}.
   *
   * @throws IllegalArgumentException if the file is not of this form
   * @throws IOException if it cannot be read
   */
  static List<PeerFigures> read(Path file) throws IOException {
    try {
      return JsonValue.read(file).required("results").elements().stream()
          .map(PeerFigures::of)
          .toList();
    } catch (InvalidJsonException e) {
      throw new IllegalArgumentException(
          "--peers %s: %s. The file has results[{network, backend, epochSeconds, inferenceSeconds}], as --out writes them"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static PeerFigures of(JsonValue result) {
    return result.make(() -> new PeerFigures(
        result.required("network").text(),
        result.required("backend").text(),
        result.required("epochSeconds").doubleValue(),
        result.optional("inferenceSeconds").map(JsonValue::doubleValue)));
  }

  /** How many times as long as ours its epoch takes. */
  double epochRatio(TrainingResult ours) {
    return epochSeconds / ours.medianOf(CellMeasures::steadyEpochSeconds);
  }

  /** How many times as long as ours its inference takes. */
  Optional<Double> inferenceRatio(TrainingResult ours) {
    return inferenceSeconds.map(
        seconds -> seconds / ours.medianOf(CellMeasures::typicalInferenceSeconds));
  }

  /** The figures, and the ratios to a result of ours. */
  JsonObject json(TrainingResult ours) {
    JsonObject epochs = JsonObject.empty()
        .with("name", name)
        .with("epochSeconds", epochSeconds)
        .with("epochRatio", epochRatio(ours));
    return inferenceSeconds
        .map(seconds -> epochs
            .with("inferenceSeconds", seconds)
            .with("inferenceRatio", inferenceRatio(ours).orElseThrow()))
        .orElse(epochs);
  }
}

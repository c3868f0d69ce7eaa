package dev.plenum.benchmarks.training;

import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.persistence.JsonObject;
import java.util.List;

/**
 * The results as JSON:
 *
 * <pre>
 * batchSize, epochs,
 * results[{network, backend, threads, multiplyAddsPerImage, firstEpochSeconds, epochSeconds,
 *   imagesPerSecond, gigaflops, peakGigaflops, fractionOfPeak, augmentedRatio,
 *   inferenceSeconds, bestInferenceSeconds, bytesPerStep, collections, startupSeconds,
 *   peers[{name, epochSeconds, epochRatio, inferenceSeconds, inferenceRatio}],
 *   rounds[{peakGigaflops, dataset, images, augmentedImages, startupSeconds, epochSeconds[],
 *     augmentedEpochSeconds[], inferenceSeconds[], bytesPerStep, collections,
 *     backend{name, engine, device, instructionSet, threads}, jvm, os}]}],
 * failures[{network, backend, threads, round, reason, lastLines}]
 * </pre>
 *
 * <p>What is outside of the rounds are medians over them.
 */
final class TrainingJson {
  private TrainingJson() {}

  static JsonObject of(
      TrainingSettings settings,
      List<TrainingResult> results,
      List<PeerFigures> peers,
      List<TrainingFailure> failures) {
    return JsonObject.empty()
        .with("batchSize", MeasuredNetwork.BATCH_SIZE)
        .with("epochs", settings.epochs())
        .with("results", results.stream().map(result -> result(result, peers)).toList())
        .with("failures", failures.stream().map(TrainingJson::failure).toList());
  }

  private static JsonObject cell(TrainingCell cell) {
    return JsonObject.empty()
        .with("network", cell.network().name())
        .with("backend", cell.backend())
        .with("threads", cell.threads());
  }

  private static JsonObject result(TrainingResult result, List<PeerFigures> peers) {
    TrainingCell cell = result.cell();
    return cell(cell)
        .with("multiplyAddsPerImage", cell.multiplyAdds())
        .with("firstEpochSeconds", result.medianOf(CellMeasures::firstEpochSeconds))
        .with("epochSeconds", result.medianOf(CellMeasures::steadyEpochSeconds))
        .with("imagesPerSecond", result.medianOf(CellMeasures::imagesPerSecond))
        .with("gigaflops", result.median(round -> round.gigaflops(cell)))
        .with("peakGigaflops", result.median(TrainingRound::peakGigaflops))
        .with("fractionOfPeak", result.median(round -> round.fractionOfPeak(cell)))
        .with("augmentedRatio", result.medianOf(CellMeasures::augmentedRatio))
        .with("inferenceSeconds", result.medianOf(CellMeasures::typicalInferenceSeconds))
        .with("bestInferenceSeconds", result.medianOf(CellMeasures::bestInferenceSeconds))
        .with("bytesPerStep", result.medianOf(CellMeasures::bytesPerStep))
        .with("collections", result.medianOf(CellMeasures::collections))
        .with("startupSeconds", result.medianOf(CellMeasures::startupSeconds))
        .with(
            "peers",
            peers.stream()
                .filter(peer -> peer.network().equals(cell.network().name()))
                .map(peer -> peer.json(result))
                .toList())
        .with(
            "rounds",
            result.rounds().stream()
                .map(round -> JsonObject.empty()
                    .with("peakGigaflops", round.peakGigaflops())
                    .withAll(round.json()))
                .toList());
  }

  private static JsonObject failure(TrainingFailure failure) {
    return cell(failure.cell())
        .with("round", failure.round())
        .with("reason", failure.reason())
        .with("lastLines", String.join("\n", failure.lastLines()));
  }
}

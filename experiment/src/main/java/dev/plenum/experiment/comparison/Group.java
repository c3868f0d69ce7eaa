package dev.plenum.experiment.comparison;

import dev.plenum.experiment.statistics.Sample;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One network on one backend.
 *
 * @param backend the backend's name
 * @param network the network's name
 * @param results one per seed, at least one
 * @param repeat the first epoch of the first seed once more, if that was trained
 */
public record Group(
    String backend, String network, List<CellResult> results, Optional<CellResult> repeat) {

  /**
   * Copies the list.
   *
   * @param backend the backend's name
   * @param network the network's name
   * @param results one per seed, at least one
   * @param repeat the first epoch of the first seed once more, if that was trained
   */
  public Group {
    results = List.copyOf(results);
  }

  /**
   * {@return a measure over the seeds}
   *
   * @param measure takes it from a result
   */
  public Sample sample(ToDoubleFunction<CellResult> measure) {
    return new Sample(results.stream().map(measure::applyAsDouble).toList());
  }

  /** {@return the test accuracy over the seeds} */
  public Sample accuracy() {
    return sample(result -> result.record().outcome().test().accuracy());
  }

  /** {@return the test loss over the seeds} */
  public Sample loss() {
    return sample(result -> result.record().outcome().test().loss());
  }

  /**
   * {@return a metric on the test images over the seeds}
   *
   * @param metric its name: {@code macro_f1}
   * @throws java.util.NoSuchElementException if a training was not measured by it
   */
  public Sample test(String metric) {
    return sample(result -> result.record().outcome().test().value(metric).orElseThrow());
  }

  /** {@return whether the repeat had the same weights in every bit; empty if it or the first seed failed} */
  public Optional<Boolean> isRepeatable() {
    return repeat.flatMap(again -> results.stream()
        .filter(result -> result.cell().seed() == again.cell().seed())
        .findFirst()
        .map(result ->
            result.measures().firstEpochSha256().equals(again.measures().firstEpochSha256())));
  }
}

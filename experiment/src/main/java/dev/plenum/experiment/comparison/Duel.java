package dev.plenum.experiment.comparison;

import dev.plenum.api.EpochRecord;
import dev.plenum.experiment.statistics.McNemar;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.experiment.statistics.Ratio;
import dev.plenum.experiment.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two backends on one network, seed by seed.
 *
 * @param network the network's name
 * @param first a backend's name
 * @param second another's
 * @param pairs the results of both for the seeds that both have, at least one
 */
public record Duel(String network, String first, String second, List<Pair> pairs) {
  private static final String LOSS = "loss";

  /**
   * The results of two backends from the same seed.
   *
   * @param first of one
   * @param second of the other
   */
  public record Pair(CellResult first, CellResult second) {

    /** {@return what both were trained from} */
    public long seed() {
      return first.cell().seed();
    }

    /** {@return which of them is right about more of the test images} */
    public McNemar test() {
      return first.predictions().test(second.predictions());
    }

    /** {@return the share of test images of which both say the same, 0 … 1} */
    public double agreement() {
      return first.predictions().agreement(second.predictions());
    }

    /** {@return whether both had the same initial weights and were shown the same batches, bit by bit} */
    public boolean isFair() {
      return first
              .record()
              .outcome()
              .initialWeightsSha256()
              .equals(second.record().outcome().initialWeightsSha256())
          && first
              .record()
              .outcome()
              .batchesSha256()
              .equals(second.record().outcome().batchesSha256());
    }

    /** {@return the largest difference of the training loss in any epoch} */
    public double lossDistance() {
      List<EpochRecord> one = first.record().outcome().history().epochs();
      List<EpochRecord> other = second.record().outcome().history().epochs();
      return IntStream.range(0, Math.min(one.size(), other.size()))
          .mapToDouble(i -> Math.abs(one.get(i).value(LOSS) - other.get(i).value(LOSS)))
          .max()
          .orElseThrow();
    }
  }

  /**
   * Copies the list.
   *
   * @param network the network's name
   * @param first a backend's name
   * @param second another's
   * @param pairs the results of both for the seeds that both have, at least one
   */
  public Duel {
    pairs = List.copyOf(pairs);
  }

  /** Empty if they have no seed in common. */
  static Optional<Duel> of(Group first, Group second) {
    List<Pair> pairs = new ArrayList<>();
    for (CellResult one : first.results()) {
      second.results().stream()
          .filter(other -> other.cell().seed() == one.cell().seed())
          .forEach(other -> pairs.add(new Pair(one, other)));
    }
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Duel(first.network(), first.backend(), second.backend(), pairs));
  }

  /** {@return McNemar's test over all seeds, see {@link Predictions#pooledTest}} */
  public McNemar pooledTest() {
    return Predictions.pooledTest(
        pairs.stream().map(pair -> pair.first().predictions()).toList(),
        pairs.stream().map(pair -> pair.second().predictions()).toList());
  }

  /** {@return the first's accuracy less the second's, seed by seed} */
  public Sample accuracyDifference() {
    return sample((one, other) -> one.record().outcome().test().accuracy()
        - other.record().outcome().test().accuracy());
  }

  /** {@return the share of test images of which both say the same, seed by seed} */
  public Sample agreement() {
    return new Sample(pairs.stream().map(Pair::agreement).toList());
  }

  /** {@return the largest difference of the training loss in any epoch, seed by seed} */
  public Sample lossDistance() {
    return new Sample(pairs.stream().map(Pair::lossDistance).toList());
  }

  /** {@return whether all pairs had the same initial weights and batches} */
  public boolean isFair() {
    return pairs.stream().allMatch(Pair::isFair);
  }

  /**
   * {@return how many times as large a measure is for the first as for the second}
   *
   * @param measure takes it from a result; greater than 0
   */
  public Ratio ratio(ToDoubleFunction<CellResult> measure) {
    return Ratio.of(
        pairs.stream().map(pair -> measure.applyAsDouble(pair.first())).toList(),
        pairs.stream().map(pair -> measure.applyAsDouble(pair.second())).toList());
  }

  private Sample sample(ToDoubleBiFunction<CellResult, CellResult> value) {
    return new Sample(pairs.stream()
        .map(pair -> value.applyAsDouble(pair.first(), pair.second()))
        .toList());
  }
}

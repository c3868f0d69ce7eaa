package dev.plenum.experiment.ablation;

import dev.plenum.experiment.statistics.Holm;
import dev.plenum.experiment.statistics.McNemar;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.experiment.statistics.Ratio;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.experiment.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a recipe changes against the base.
 *
 * @param variant the recipe's trainings
 * @param pairs both results of each fold and seed that both have, at least one
 * @param test McNemar's test over all images of the seeds that both have in all folds, see {@link
 *     Predictions#pooledTest}; the first is the recipe, the second the base
 * @param pValue of the test, corrected by Holm's method for the number of recipes
 */
public record Effect(Variant variant, List<Pair> pairs, McNemar test, double pValue) {

  /**
   * Two trainings from the same seed on the same images.
   *
   * @param variant with the recipe
   * @param base with the base
   */
  public record Pair(AblationResult variant, AblationResult base) {}

  /**
   * Copies the list.
   *
   * @param variant the recipe's trainings
   * @param pairs both results of each fold and seed that both have, at least one
   * @param test McNemar's test over all images of the seeds that both have in all folds
   * @param pValue of the test, corrected by Holm's method for the number of recipes
   */
  public Effect {
    pairs = List.copyOf(pairs);
  }

  /** Those of all recipes that can be compared with the base. */
  static List<Effect> of(AblationPlan plan, Variant base, List<Variant> variants) {
    List<Effect> effects = new ArrayList<>();
    for (Variant variant : variants) {
      List<Predictions> own = new ArrayList<>();
      List<Predictions> bases = new ArrayList<>();
      for (long seed : plan.allSeeds()) {
        Optional<Predictions> one = variant.predictions(plan.folds(), seed);
        Optional<Predictions> other = base.predictions(plan.folds(), seed);
        if (one.isPresent() && other.isPresent()) {
          own.add(one.get());
          bases.add(other.get());
        }
      }
      if (!own.isEmpty()) {
        McNemar test = Predictions.pooledTest(own, bases);
        effects.add(new Effect(variant, pairs(variant, base), test, test.pValue()));
      }
    }
    List<Double> corrected = Holm.correct(effects.stream().map(Effect::pValue).toList());
    return IntStream.range(0, effects.size())
        .mapToObj(i -> effects.get(i).corrected(corrected.get(i)))
        .toList();
  }

  private static List<Pair> pairs(Variant variant, Variant base) {
    List<Pair> pairs = new ArrayList<>();
    for (AblationResult one : variant.results()) {
      base.of(one.cell().fold(), one.cell().seed())
          .ifPresent(other -> pairs.add(new Pair(one, other)));
    }
    return pairs;
  }

  private Effect corrected(double corrected) {
    return new Effect(variant, pairs, test, corrected);
  }

  /** {@return whether the recipe's accuracy is another one than chance explains} */
  public boolean isDecided() {
    return pValue < Holm.SIGNIFICANT;
  }

  /** {@return whether it is right about more images than the base} */
  public boolean isBetter() {
    return test.onlyFirst() > test.onlySecond();
  }

  /** {@return the recipe's accuracy less the base's, pair by pair} */
  public Sample accuracyDifference() {
    return difference(Score::accuracy);
  }

  /** {@return the recipe's loss less the base's, pair by pair} */
  public Sample lossDifference() {
    return difference(Score::loss);
  }

  private Sample difference(ToDoubleFunction<Score> measure) {
    return new Sample(pairs.stream()
        .map(pair -> measure.applyAsDouble(pair.variant().score())
            - measure.applyAsDouble(pair.base().score()))
        .toList());
  }

  /** {@return the share of the base's errors that are gone: 0.1 for a tenth fewer, negative for more} */
  public double errorReduction() {
    double errors = pairs.stream()
        .mapToDouble(pair -> 1 - pair.variant().score().accuracy())
        .sum();
    double before =
        pairs.stream().mapToDouble(pair -> 1 - pair.base().score().accuracy()).sum();
    return before == 0 ? 0 : 1 - errors / before;
  }

  /** {@return how many times as long as the base the recipe trains} */
  public Ratio cost() {
    return Ratio.of(
        pairs.stream().map(pair -> pair.variant().score().seconds()).toList(),
        pairs.stream().map(pair -> pair.base().score().seconds()).toList());
  }
}

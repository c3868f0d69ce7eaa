package dev.plenum.experiment.attempt;

import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a recipe that was run from one or several seeds.
 *
 * @param recipe its name
 * @param target the accuracy that it is for, 0 … 1
 * @param changes settings other than the recipe's, which make it another one; by their names
 * @param all at least one
 * @param invocation what was started
 */
public record Attempts(
    String recipe,
    double target,
    Map<String, String> changes,
    List<Attempt> all,
    Invocation invocation) {

  /** Copies the collections; checks that there is an attempt. */
  public Attempts {
    changes = Map.copyOf(changes);
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("the recipe " + recipe + " was not run at all");
    }
  }

  /** Whether it was the recipe as it is, so that it can be judged by what it is for. */
  public boolean isUnchanged() {
    return changes.isEmpty();
  }

  /** The accuracies. */
  public Sample accuracy() {
    return new Sample(all.stream().map(attempt -> attempt.test().accuracy()).toList());
  }

  /** Whether the mean accuracy is at least the target. */
  public boolean isReached() {
    return accuracy().mean() >= target;
  }

  /** The seconds of those that were not interrupted. */
  public Optional<Sample> seconds() {
    List<Double> known =
        all.stream().flatMap(attempt -> attempt.seconds().stream().boxed()).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new Sample(known));
  }

  /** What was trained and tested on. */
  public Data data() {
    return all.get(0).networks().get(0).data();
  }

  /** What the first network was trained on. */
  public Platform platform() {
    return all.get(0).networks().get(0).platform();
  }
}

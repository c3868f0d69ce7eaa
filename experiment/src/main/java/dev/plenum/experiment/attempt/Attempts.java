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

  /**
   * Copies the collections; checks that there is an attempt.
   *
   * @param recipe its name
   * @param target the accuracy that it is for, 0 … 1
   * @param changes settings other than the recipe's, which make it another one; by their names
   * @param all at least one
   * @param invocation what was started
   */
  public Attempts {
    changes = Map.copyOf(changes);
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("the recipe " + recipe + " was not run at all");
    }
  }

  /** {@return whether it was the recipe as it is, so that it can be judged by what it is for} */
  public boolean isUnchanged() {
    return changes.isEmpty();
  }

  /** {@return the accuracies on the test images, one for each attempt} */
  public Sample accuracy() {
    return new Sample(all.stream().map(attempt -> attempt.test().accuracy()).toList());
  }

  /** {@return whether the mean accuracy is at least the target} */
  public boolean isReached() {
    return accuracy().mean() >= target;
  }

  /** {@return the seconds of those that were not interrupted; empty if all were} */
  public Optional<Sample> seconds() {
    List<Double> known =
        all.stream().flatMap(attempt -> attempt.seconds().stream().boxed()).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new Sample(known));
  }

  /** {@return what was trained and tested on} */
  public Data data() {
    return all.get(0).networks().get(0).data();
  }

  /** {@return what the first network was trained on: backend, Java and operating system} */
  public Platform platform() {
    return all.get(0).networks().get(0).platform();
  }
}

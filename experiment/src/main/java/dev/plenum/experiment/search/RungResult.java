package dev.plenum.experiment.search;

import dev.plenum.experiment.trial.Score;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a trial stood at a rung.
 *
 * @param trial its number, from 1
 * @param epochs the rung's
 * @param score what it came to; empty if it diverged
 */
public record RungResult(int trial, int epochs, Optional<Score> score) {
  /** The best first: by accuracy, then by loss, then by number; last those that diverged. */
  static final Comparator<RungResult> BEST_FIRST = Comparator.comparing(
          (RungResult result) -> result.score().map(Score::accuracy).orElse(-1.0),
          Comparator.reverseOrder())
      .thenComparing(result -> result.score().map(Score::loss).orElse(Double.POSITIVE_INFINITY))
      .thenComparing(RungResult::trial);

  /** {@return whether its loss became infinite or NaN} */
  public boolean isDiverged() {
    return score.isEmpty();
  }
}

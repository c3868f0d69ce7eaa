package dev.plenum.experiment.search;

import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.trial.Ended;
import dev.plenum.experiment.trial.TrialTraining;
import dev.plenum.experiment.trial.TrialTrainings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Successive halving: trains the trials rung by rung, fewer at each.
 *
 * @param run the search that it is a part of
 * @param trainings has them trained
 */
record Halving(SearchRun run, TrialTrainings trainings) {

  /**
   * Trains them.
   *
   * @return all trials, by number
   * @throws TrainingDivergedException if all trials of a rung diverged
   * @throws IOException if a file cannot be read or written
   */
  List<Trial> trials() throws IOException {
    SearchPlan plan = run.plan();
    Map<Integer, List<RungResult>> results = new TreeMap<>();
    List<Integer> alive = IntStream.rangeClosed(1, plan.trials()).boxed().toList();
    for (int epochs : plan.rungs()) {
      List<RungResult> ranked = rung(alive, epochs);
      ranked.forEach(result ->
          results.computeIfAbsent(result.trial(), trial -> new ArrayList<>()).add(result));
      List<Integer> kept = best(ranked, epochs == plan.epochs() ? 0 : plan.kept(alive.size()));
      for (int trial : alive) {
        if (!kept.contains(trial)) {
          run.files().discardCheckpoints(trial);
        }
      }
      alive = kept;
    }
    Seed seed = Seed.seed(run.seed());
    return results.entrySet().stream()
        .map(
            trial -> new Trial(trial.getKey(), plan.values(seed, trial.getKey()), trial.getValue()))
        .toList();
  }

  private static List<Integer> best(List<RungResult> ranked, int count) {
    return ranked.stream()
        .filter(result -> !result.isDiverged())
        .limit(count)
        .map(RungResult::trial)
        .toList();
  }

  private List<RungResult> rung(List<Integer> alive, int epochs) throws IOException {
    List<TrialTraining> all =
        alive.stream().map(trial -> training(trial, epochs)).toList();
    List<Ended> ended = trainings.train(all);
    List<RungResult> ranked = IntStream.range(0, alive.size())
        .mapToObj(i -> new RungResult(alive.get(i), epochs, ended.get(i).score()))
        .sorted(RungResult.BEST_FIRST)
        .toList();
    if (ranked.get(0).isDiverged()) {
      throw new TrainingDivergedException(
          "all trials of a rung (%s) diverged, so that there is no winner; search smaller learning rates"
              .formatted(named(epochs)));
    }
    return ranked;
  }

  private TrialTraining training(int trial, int epochs) {
    return new TrialTraining(
        "trial %s, %s".formatted(trial, named(epochs)),
        run.recipe(trial).epochs(epochs),
        run.files().trial(trial, epochs, run.goesOn()));
  }

  private static String named(int epochs) {
    return epochs == 1 ? "1 epoch" : epochs + " epochs";
  }
}

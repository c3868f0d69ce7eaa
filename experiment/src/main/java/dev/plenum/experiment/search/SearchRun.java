package dev.plenum.experiment.search;

import dev.plenum.api.Backend;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.trial.TrialListener;
import dev.plenum.experiment.trial.TrialRunner;
import dev.plenum.experiment.trial.TrialTrainings;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A search: trains the trials rung by rung, the winner again from fresh seeds, and only then looks at the
 * test images. What is trained already is taken as it is, so that a search resumes to the same bits.
 *
 * <p>Survivors go on from their checkpoints if no recipe depends on the number of epochs, see {@link
 * Recipe#dependsOnLength}; else the trainings of each rung begin anew, with schedules that span the rung's
 * epochs. Either way the result of a rung is that of a training for so many epochs.
 *
 * @param plan what is tried
 * @param seed what the draws follow from, and each trial's training
 * @param recipes one for each trial, in their order; seed and epochs are the search's
 * @param data what all are trained on; needs validation images
 * @param runner trains
 * @param folder gets the trainings' folders
 * @param listener is notified of what happens
 */
public record SearchRun(
    SearchPlan plan,
    long seed,
    List<Recipe> recipes,
    TrainingData data,
    TrialRunner runner,
    Path folder,
    TrialListener listener) {

  /**
   * Copies the list, and checks what can be checked before anything is trained.
   *
   * @param plan what is tried
   * @param seed what the draws follow from, and each trial's training
   * @param recipes one for each trial, in their order; seed and epochs are the search's
   * @param data what all are trained on; needs validation images
   * @param runner trains
   * @param folder gets the trainings' folders
   * @param listener is notified of what happens
   * @throws IllegalArgumentException if there are not as many recipes as trials, or no validation images,
   *     or a recipe does not fit the images
   */
  public SearchRun {
    recipes = List.copyOf(recipes);
    if (recipes.size() != plan.trials()) {
      throw new IllegalArgumentException(
          "there must be a recipe for each of the %s trials, found %s"
              .formatted(plan.trials(), recipes.size()));
    }
    data.withoutTest(); // refuses to do without validation images
    for (Recipe recipe : recipes) {
      recipe.networkFor(data);
    }
  }

  /**
   * {@return the recipes of a plan's trials}
   *
   * @param plan has the trials
   * @param seed what the draws follow from
   * @param maker makes one of a trial's values, by the parameters' names
   */
  public static List<Recipe> recipes(
      SearchPlan plan, long seed, Function<Map<String, String>, Recipe> maker) {
    return IntStream.rangeClosed(1, plan.trials())
        .mapToObj(trial -> maker.apply(plan.values(Seed.seed(seed), trial)))
        .toList();
  }

  /**
   * {@return the same with another runner}
   *
   * @param other trains the trials, and the winner again
   */
  public SearchRun runner(TrialRunner other) {
    return new SearchRun(plan, seed, recipes, data, other, folder, listener);
  }

  /** {@return whether trials go on from their checkpoints} */
  public boolean goesOn() {
    return recipes.stream().noneMatch(Recipe::dependsOnLength);
  }

  /**
   * {@return how many trainings there are, unless trials diverge: those of all rungs, and the winner's
   * repeats}
   */
  public int trainings() {
    int all = plan.repeats();
    int alive = plan.trials();
    for (int i = 0; i < plan.rungs().size(); i++) {
      all += alive;
      alive = plan.kept(alive);
    }
    return all;
  }

  /**
   * Searches.
   *
   * @param backend measures the winner on the test images
   * @param invocation what was started
   * @return what came out
   * @throws dev.plenum.api.TrainingDivergedException if all trials of a rung diverged
   * @throws dev.plenum.experiment.RunRefusedException if an earlier training is another one
   * @throws IOException if a file cannot be read or written
   */
  public Search run(Backend backend, Invocation invocation) throws IOException {
    TrialTrainings trainings = new TrialTrainings(data.withoutTest(), runner, listener);
    List<Trial> trials = new Halving(this, trainings).trials();
    Trial best = Search.ranking(trials).get(0);
    Winner winner = new Winner(this, recipe(best.number()).epochs(plan.epochs()));
    return new Search(
        plan,
        goesOn(),
        trials,
        winner.recipe(),
        winner.repeat(trainings, backend),
        data.record(),
        invocation);
  }

  Recipe recipe(int trial) {
    return recipes.get(trial - 1).seed(seed);
  }

  SearchFolder files() {
    return new SearchFolder(folder);
  }
}

package dev.plenum.experiment.search;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.trial.Ended;
import dev.plenum.experiment.trial.TrialTraining;
import dev.plenum.experiment.trial.TrialTrainings;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best trial of a search, trained again from fresh seeds: the best of many is so partly by luck, and
 * these are not chosen.
 *
 * @param run the search
 * @param recipe the trial's
 */
record Winner(SearchRun run, Recipe recipe) {

  /**
   * Trains it again, and then looks at the test images, once.
   *
   * @throws IOException if a file cannot be read or written
   */
  List<WinnerRun> repeat(TrialTrainings trainings, Backend backend) throws IOException {
    List<Long> seeds = run.plan().freshSeeds(Seed.seed(run.seed()));
    List<TrialTraining> all = new ArrayList<>();
    for (long seed : seeds) {
      all.add(new TrialTraining(
          "winner, seed " + seed, recipe.seed(seed), run.files().winner(all.size() + 1)));
    }
    List<Ended> ended = trainings.train(all);
    List<WinnerRun> repeats = new ArrayList<>();
    for (Ended one : ended) {
      long seed = seeds.get(repeats.size());
      Optional<TestResult> test = one.score().isPresent() && one.run().isPresent()
          ? Optional.of(test(one.run().get(), backend))
          : Optional.empty();
      repeats.add(new WinnerRun(seed, one.score(), test));
    }
    return repeats;
  }

  /** The only place of a search where test images are read. */
  private TestResult test(StoredRun trained, Backend backend) throws IOException {
    SavedModel saved = ModelFile.read(trained.model());
    try (Classifier model = saved.restoreForPrediction(backend)) {
      ModelInputs inputs = ModelInputs.of(saved.preprocessing());
      return TestResult.of(model.evaluate(inputs.of(run.data().test()), recipe.metrics()));
    }
  }
}

package dev.plenum.experiment.ablation;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Folds;
import dev.plenum.api.data.Folds.Fold;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.ablation.AblationPlan.AblationCell;
import dev.plenum.experiment.run.FolderName;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.experiment.trial.Ended;
import dev.plenum.experiment.trial.TrialListener;
import dev.plenum.experiment.trial.TrialRunner;
import dev.plenum.experiment.trial.TrialTraining;
import dev.plenum.experiment.trial.TrialTrainings;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An ablation: trains each recipe from each seed in each fold, and asks each network of the images of its
 * fold, which it has not seen. The test images are never looked at. What is trained already is taken as it
 * is.
 *
 * @param plan what is trained
 * @param whole the dataset
 * @param images its first so many training images are used
 * @param foldSeed what the choice of the folds follows from
 * @param splitting sets images aside from those that a network is trained on, for what its recipe monitors
 * @param runner trains
 * @param folder gets the trainings' folders
 * @param listener is notified of each
 */
public record AblationRun(
    AblationPlan plan,
    TrainTest whole,
    int images,
    Seed foldSeed,
    UnaryOperator<TrainingData> splitting,
    TrialRunner runner,
    Path folder,
    TrialListener listener) {

  /**
   * Trains what is missing, and compares.
   *
   * @param backend asks the trained networks
   * @param invocation what was started
   * @return what came out, with the trainings that diverged
   * @throws IllegalArgumentException if there are fewer images, or groups of them, than folds
   * @throws dev.plenum.experiment.RunRefusedException if an earlier result is that of another training
   * @throws IOException if a file cannot be read or written
   */
  public Ablation run(Backend backend, Invocation invocation) throws IOException {
    List<AblationResult> results = new ArrayList<>();
    List<AblationCell> diverged = new ArrayList<>();
    List<TrainingData> folds = folds();
    for (int fold = 1; fold <= folds.size(); fold++) {
      TrainingData data = folds.get(fold - 1);
      List<AblationCell> cells = plan.cells(fold);
      List<Ended> ended = new TrialTrainings(data, runner, listener)
          .train(cells.stream().map(this::training).toList());
      for (int i = 0; i < cells.size(); i++) {
        Optional<StoredRun> trained = ended.get(i).run();
        if (ended.get(i).score().isEmpty() || trained.isEmpty()) {
          diverged.add(cells.get(i));
        } else {
          Predictions predictions = predictions(trained.get(), data.test(), backend);
          results.add(
              new AblationResult(cells.get(i), ended.get(i).score().orElseThrow(), predictions));
        }
      }
    }
    return new Ablation(plan, results, diverged, folds.get(0).record(), invocation);
  }

  /** The images of each fold in the place of the test images. */
  private List<TrainingData> folds() {
    Dataset all = whole.train().first(images);
    List<TrainingData> folds = new ArrayList<>();
    for (Fold fold :
        Folds.of(all, whole.groups().map(some -> some.first(images)), plan.folds(), foldSeed)) {
      folds.add(splitting.apply(TrainingData.of(whole, fold)));
    }
    return folds;
  }

  private TrialTraining training(AblationCell cell) {
    Recipe recipe = Optional.ofNullable(plan.recipes().get(cell.recipe())).orElseThrow();
    Path own = folder
        .resolve("trainings")
        .resolve(FolderName.of(cell.recipe()))
        .resolve("fold-" + cell.fold() + "-seed-" + cell.seed());
    return new TrialTraining(cell.toString(), recipe.seed(cell.seed()), new TrainingFolder(own));
  }

  private static Predictions predictions(StoredRun trained, Dataset images, Backend backend)
      throws IOException {
    SavedModel saved = ModelFile.read(trained.model());
    try (Classifier model = saved.restoreForPrediction(backend)) {
      Evaluation evaluation =
          model.evaluate(ModelInputs.of(saved.preprocessing()).of(images));
      return Predictions.of(images, evaluation);
    }
  }
}

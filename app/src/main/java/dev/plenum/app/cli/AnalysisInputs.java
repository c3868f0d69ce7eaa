package dev.plenum.app.cli;

import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.experiment.FixedNetwork;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.analysis.AnalysedImages;
import dev.plenum.experiment.analysis.OutOfFold;
import dev.plenum.experiment.analysis.TrainingLabels;
import dev.plenum.persistence.RunRecord;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a model is analysed with: images, set aside as they were when it was trained, and its recipe.
 *
 * @param settings of the command
 * @param host for relative paths
 * @param saved the model
 * @param data its dataset
 * @param record of its training, if its file has one
 * @param training the settings of that; those of the command without a record
 */
record AnalysisInputs(
    Settings settings,
    Host host,
    SavedClassifier saved,
    TrainingData data,
    Optional<RunRecord> record,
    Settings training) {
  private static final String ORIGIN = "the model's provenance";

  static AnalysisInputs of(Host host, Settings settings, SavedClassifier saved, ModelInputs inputs)
      throws IOException {
    Optional<RunRecord> record = RunRecord.in(saved.provenance());
    if (record.isEmpty() && !settings.isChosen(Keys.DATASET)) {
      throw new UsageException(
          "the model does not say what it was trained on: name a dataset with --dataset");
    }
    Settings places = settings.only(List.of(
        Keys.DATASET, Keys.DATA_DIR, Keys.PIXELS, Keys.THREADS, Keys.KERNELS, Keys.VERBOSE));
    Settings training = record
        .map(run -> EarlierSettings.of(run.setup().configuration(), ORIGIN)
            .again(places, host.workingDirectory()))
        .orElse(places);
    TrainingData data = record.isPresent()
        ? Trainings.images(new DatasetSources(training, host).configuredFor(inputs), training)
        : TrainingData.of(new DatasetSources(places, host).configuredFor(inputs).load());
    return new AnalysisInputs(settings, host, saved, data, record, training);
  }

  /** Whether the images are those that the model was trained on and not: its file says which. */
  boolean areTheModels() {
    return record.map(run -> run.data().isOf(data.whole())).orElse(false);
  }

  /** Those for the analysis. */
  AnalysedImages images() {
    try {
      AnalysedImages all = AnalysedImages.of(saved, data);
      return settings.find(Keys.LIMIT).map(all::first).orElse(all);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** What networks that have not seen them say of the training images, if that is asked for. */
  Optional<TrainingLabels> trainingLabels(Trainer trainer) {
    return settings
        .find(Keys.FOLDS)
        .map(folds -> settings.make(
            Keys.FOLDS,
            () -> new OutOfFold(
                    recipe(),
                    trainer,
                    folds,
                    fold -> fold.validation(
                        training.get(Keys.VALIDATION), Trainings.splitting(training)))
                .labels(data, settings.find(Keys.LIMIT))));
  }

  private Recipe recipe() {
    RunRecord run = record.orElseThrow(() -> settings.refuse(
        Keys.FOLDS,
        "the model's file does not say how it was trained, so that it cannot be repeated"));
    NetworkSource network = training.find(Keys.FROM).isPresent()
        ? new NetworkSources(training, host.workingDirectory()).configured()
        : new FixedNetwork(ORIGIN, run.setup().network());
    return Recipes.of(training, network, run.setup().optimizer());
  }
}

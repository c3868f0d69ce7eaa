package dev.plenum.experiment.run;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.GreedySelection;
import dev.plenum.ensemble.TestTimeAugmentation;
import dev.plenum.ensemble.Views;
import dev.plenum.experiment.TrainingData;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Trained members of which some are chosen by the validation images, see {@link GreedySelection}.
 *
 * @param candidates all that were trained
 * @param selection in which order they join
 * @param count how many are kept
 * @param images how many validation images judged
 */
public record MemberSelection(
    List<StoredRun> candidates, GreedySelection selection, int count, int images) {

  /**
   * Copies the list.
   *
   * @param candidates all that were trained
   * @param selection in which order they join
   * @param count how many are kept
   * @param images how many validation images judged
   */
  public MemberSelection {
    candidates = List.copyOf(candidates);
  }

  /**
   * Checks, before anything is trained, that so many can be selected.
   *
   * @param count how many are to be kept
   * @param trained how many will be there at least
   * @param validation the share of images that is set aside
   * @param combination how they decide together
   * @throws IllegalArgumentException if there are not so many, nothing to choose them by, or the
   *     combination has weights
   */
  public static void require(int count, int trained, double validation, Combination combination) {
    GreedySelection.requireNoWeights(combination);
    if (count > trained) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d members cannot be selected from %d", count, trained));
    }
    if (validation == 0) {
      throw new IllegalArgumentException(
          "members are selected by validation images: choose a validation greater than 0");
    }
  }

  /**
   * Asks each candidate about the validation images, and selects.
   *
   * @param count how many are kept
   * @param candidates all that were trained
   * @param data has the validation images
   * @param combination how they decide together
   * @param views of each image they are asked about
   * @param backend what asks the candidates
   * @return who joins in which order, and who is kept
   * @throws IllegalArgumentException if there are no validation images, not so many candidates, or the
   *     combination has weights
   * @throws IOException if a model cannot be read
   */
  public static MemberSelection of(
      int count,
      List<StoredRun> candidates,
      TrainingData data,
      Combination combination,
      Views views,
      Backend backend)
      throws IOException {
    Dataset images = data.validation()
        .orElseThrow(() ->
            new IllegalArgumentException("there are no validation images to select members by"));
    List<float[]> probabilities = new ArrayList<>();
    Dataset seen = images;
    for (StoredRun candidate : candidates) {
      SavedModel saved = ModelFile.read(candidate.model());
      seen = ModelInputs.of(saved.preprocessing()).of(images);
      try (Classifier model = TestTimeAugmentation.of(saved.restoreForPrediction(backend), views)) {
        probabilities.add(GreedySelection.probabilities(model, seen));
      }
    }
    GreedySelection selection = GreedySelection.among(combination, probabilities, seen);
    selection.chosen(count); // refuses what cannot be
    return new MemberSelection(candidates, selection, count, images.size());
  }

  /** {@return those that are kept, in the order of their seeds} */
  public List<StoredRun> chosen() {
    return selection.chosen(count).stream().map(candidates::get).toList();
  }

  /**
   * {@return the seed of the candidate that joins in a step}
   *
   * @param step one of this selection's
   */
  public long seed(GreedySelection.Step step) {
    return candidates.get(step.candidate()).record().setup().seed();
  }

  /** {@code {images, kept, steps: [{members, seed, val_loss, val_accuracy}]}}. */
  JsonObject toJson() {
    List<JsonObject> steps = new ArrayList<>();
    for (GreedySelection.Step step : selection.steps()) {
      steps.add(JsonObject.empty()
          .with("members", steps.size() + 1)
          .with("seed", seed(step))
          .with("val_loss", step.loss())
          .with("val_accuracy", step.accuracy()));
    }
    return JsonObject.empty().with("images", images).with("kept", count).with("steps", steps);
  }
}

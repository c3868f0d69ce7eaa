package dev.plenum.experiment.analysis;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Folds;
import dev.plenum.api.data.Folds.Fold;
import dev.plenum.api.data.Groups;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trained;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What networks say of training images that they have not been trained on: as many networks as folds are
 * trained by one recipe, each on all images but those of one fold, of which it is then asked.
 *
 * @param recipe how each is trained, from the same seed
 * @param trainer trains them
 * @param folds how many, at least 2
 * @param splitting sets validation images aside from those that a network is trained on
 */
public record OutOfFold(
    Recipe recipe, Trainer trainer, int folds, UnaryOperator<TrainingData> splitting) {

  /**
   * Trains them, one after the other.
   *
   * @param whole the dataset
   * @param images its first so many training images
   * @param seed what the choice of the folds follows from
   * @return of each of these images, in their order, what the network says that has not seen it
   * @throws IllegalArgumentException if there are fewer images, or groups of them, than folds, or the recipe
   *     does not fit them
   */
  public Outputs of(TrainTest whole, int images, Seed seed) {
    Dataset all = whole.train().first(images);
    Optional<Groups> groups = whole.groups().map(some -> some.first(images));
    int classes = all.classNames().size();
    float[] probabilities = Outputs.room(images, classes);
    for (Fold fold : Folds.of(all, groups, folds, seed)) {
      Outputs outputs = of(whole, fold);
      for (int i = 0; i < outputs.size(); i++) {
        for (int c = 0; c < classes; c++) {
          probabilities[fold.indices().get(i) * classes + c] = outputs.probability(i, c);
        }
      }
    }
    return Outputs.of(
        all.classNames(), IntStream.range(0, images).map(all::label).toArray(), probabilities);
  }

  /**
   * {@return what they find in the labels of the training images}
   *
   * @param data has the dataset, how many of its images are used, and the seed that the folds follow from
   * @param limit how many of the images that the data is limited to, if not all
   * @throws IllegalArgumentException as {@link #of}
   */
  public TrainingLabels labels(TrainingData data, Optional<Integer> limit) {
    int available = data.limit().orElse(data.whole().train().size());
    int images = Math.min(limit.orElse(available), available);
    return TrainingLabels.of(
        data.whole().train().first(images),
        folds,
        of(data.whole(), images, Seed.seed(data.splitSeed())));
  }

  private Outputs of(TrainTest whole, Fold fold) {
    try (Trained trained = trainer.train(recipe, splitting.apply(TrainingData.of(whole, fold)))) {
      return OutputsOf.live(trained.model(), trained.inputs().of(fold.leftOut()));
    }
  }
}

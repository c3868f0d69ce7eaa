package dev.plenum.experiment.analysis;

import dev.plenum.api.data.Dataset;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.experiment.TrainingData;
import dev.plenum.predictor.ModelInputs;
import java.util.Optional;

/**
 * The images that a classifier is analysed with, as it sees them; all have its classes.
 *
 * @param name of the dataset
 * @param test to find errors and suspects among; the classifier must not have been trained on them
 * @param validation to fit the temperature on; not trained on either
 * @param train the dataset's training images, those set aside from them included: to look for the nearest
 *     images among
 */
public record AnalysedImages(
    String name, Dataset test, Optional<Dataset> validation, Dataset train) {

  /**
   * {@return a dataset's images, whose classes are matched by name}
   *
   * @param saved the classifier that they are to be analysed with
   * @param data gives the test images, perhaps validation images, and all training images of its dataset
   * @throws IllegalArgumentException if the classifier takes images of another shape, or does not know one
   *     of their classes
   */
  public static AnalysedImages of(SavedClassifier saved, TrainingData data) {
    String name = data.whole().name();
    if (!data.test().imageShape().equals(saved.preprocessing().pictureShape())) {
      throw new IllegalArgumentException(
          "the model takes images of shape %s, the dataset '%s' has %s"
              .formatted(saved.preprocessing().pictureShape(), name, data.test().imageShape()));
    }
    ModelInputs inputs = ModelInputs.of(saved.preprocessing());
    try {
      return new AnalysedImages(
          name,
          inputs.seen(data.test().withClasses(saved.classNames())),
          data.validation().map(some -> inputs.seen(some.withClasses(saved.classNames()))),
          inputs.seen(data.whole().train().withClasses(saved.classNames())));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the model does not know the classes of the dataset '%s': %s"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  /**
   * {@return the same with the first training images alone}
   *
   * @param images how many; all if there are not more
   */
  public AnalysedImages first(int images) {
    return new AnalysedImages(name, test, validation, train.first(Math.min(images, train.size())));
  }
}

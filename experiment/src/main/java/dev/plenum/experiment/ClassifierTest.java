package dev.plenum.experiment;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TestImages;
import dev.plenum.api.metric.Metric;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.ensemble.Views;
import dev.plenum.predictor.ModelInputs;
import dev.plenum.predictor.PictureReader;
import dev.plenum.predictor.TrainingBorder;
import java.util.List;

/**
 * Measures a saved classifier on images that it may not have been made for.
 *
 * @param saved the classifier
 * @param name of the images
 * @param images with the classifier's classes
 * @param views of each image it is asked about
 */
public record ClassifierTest(SavedClassifier saved, String name, Dataset images, Views views) {

  /**
   * {@return a test on these images, whose classes are matched by name}
   *
   * @param saved the classifier: a model or committee
   * @param data the images, and the name of their dataset
   * @param isInverted whether dark and light are exchanged
   * @param views of each image it is asked about
   * @throws IllegalArgumentException if the classifier takes images of another shape, or does not know
   *     one of their classes
   */
  public static ClassifierTest of(
      SavedClassifier saved, TestImages data, boolean isInverted, Views views) {
    Dataset images = data.images();
    if (!images.imageShape().equals(saved.preprocessing().pictureShape())) {
      throw new IllegalArgumentException(
          "the model takes images of shape %s, the dataset '%s' has %s"
              .formatted(saved.preprocessing().pictureShape(), data.name(), images.imageShape()));
    }
    try {
      Dataset known = images.withClasses(saved.classNames());
      return isInverted
          ? new ClassifierTest(
              saved, views.named(data.name() + ", inverted"), PictureReader.inverted(known), views)
          : new ClassifierTest(saved, views.named(data.name()), known, views);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the model does not know the classes of the dataset '%s': %s"
              .formatted(data.name(), e.getMessage()),
          e);
    }
  }

  /** {@return how light the borders of the images are, from 0 (dark) to 1 (light)} */
  public double borderLightness() {
    return TrainingBorder.of(images).mean();
  }

  /**
   * Measures it.
   *
   * @param inputs make the classifier's input of images
   * @param backend what computes
   * @param metrics beside loss and accuracy
   * @return what it made of all images
   */
  public Evaluation evaluate(ModelInputs inputs, Backend backend, List<Metric> metrics) {
    try (Classifier classifier = saved.restore(backend, views)) {
      return classifier.evaluate(inputs.of(images), metrics);
    }
  }
}

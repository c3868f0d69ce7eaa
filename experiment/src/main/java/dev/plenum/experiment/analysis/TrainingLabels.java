package dev.plenum.experiment.analysis;

import dev.plenum.api.data.Dataset;

/**
 * What was found in the labels of training images, by networks that were not trained on them.
 *
 * @param images the training images
 * @param folds how many networks were trained, each without one fold of the images
 * @param accuracy of these networks on the images that they have not seen
 * @param labels what was found
 */
public record TrainingLabels(Dataset images, int folds, double accuracy, ConfidentLearning labels) {

  /**
   * {@return what the outputs say of the images' labels}
   *
   * @param images the training images, in the order of the outputs
   * @param folds how many networks were trained, each without one fold of the images
   * @param outputs what the network that has not seen an image says of it
   */
  public static TrainingLabels of(Dataset images, int folds, Outputs outputs) {
    return new TrainingLabels(images, folds, outputs.accuracy(), ConfidentLearning.of(outputs));
  }
}

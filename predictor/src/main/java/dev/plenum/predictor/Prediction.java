package dev.plenum.predictor;

import dev.plenum.api.Classifier;
import java.util.ArrayList;
import java.util.List;

/**
 * What a classifier makes of one image.
 *
 * @param best the class with the largest probability; of equal ones the first
 * @param probabilities of all classes
 */
public record Prediction(int best, List<Float> probabilities) {

  /**
   * Copies the list.
   *
   * @param best the class with the largest probability, counted from 0; of equal ones the first
   * @param probabilities of all classes; copied
   */
  public Prediction {
    probabilities = List.copyOf(probabilities);
  }

  /**
   * Classifies an image.
   *
   * @param classifier is asked about this image alone
   * @param image its values in h, w, c order, as the classifier takes them
   * @return the most probable class, and the probabilities of all
   * @throws IllegalStateException if what comes out is not a number
   */
  public static Prediction of(Classifier classifier, float[] image) {
    float[] values = new float[classifier.classes()];
    classifier.predict(image, 1, values);
    List<Float> probabilities = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      probabilities.add(values[i]);
      best = values[i] > values[best] ? i : best;
    }
    requireNumbers(probabilities);
    return new Prediction(best, probabilities);
  }

  /**
   * Refuses what is not a number.
   *
   * @throws IllegalStateException if a value is none
   */
  static void requireNumbers(List<Float> values) {
    for (float value : values) {
      if (Float.isNaN(value)) {
        throw new IllegalStateException(
            "the model's outputs for this picture are not numbers: its weights are so large that they"
                + " overflow. Train it again with a smaller learning rate");
      }
    }
  }
}

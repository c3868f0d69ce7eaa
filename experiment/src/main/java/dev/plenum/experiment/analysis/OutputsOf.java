package dev.plenum.experiment.analysis;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Asks classifiers what they make of a dataset. */
public final class OutputsOf {
  private static final int CHUNK = 256;

  private OutputsOf() {}

  /**
   * {@return what a saved model says, or a committee and its members}
   *
   * @param saved the model or committee
   * @param images with the classifier's classes, as they are
   * @param backend what computes
   */
  public static Outputs saved(SavedClassifier saved, Dataset images, Backend backend) {
    Dataset values = ModelInputs.of(saved.preprocessing()).of(images);
    List<Outputs> members = new ArrayList<>();
    for (SavedModel model : saved.models()) {
      try (Classifier live = model.restore(backend, new Seed(0))) {
        members.add(live(live, values));
      }
    }
    return saved
        .combination()
        .map(combination -> Outputs.of(combination, members))
        .orElseGet(() -> members.get(0));
  }

  /**
   * {@return what a classifier says}
   *
   * @param classifier is asked, and stays open
   * @param values with the values that it takes
   */
  public static Outputs live(Classifier classifier, Dataset values) {
    int classes = classifier.classes();
    int pixels = values.imageShape().size();
    float[] all = Outputs.room(values.size(), classes);
    for (int start = 0; start < values.size(); start += CHUNK) {
      int count = Math.min(CHUNK, values.size() - start);
      float[] images = new float[count * pixels];
      for (int i = 0; i < count; i++) {
        values.copyImage(start + i, images, i * pixels);
      }
      float[] probabilities = new float[count * classes];
      classifier.predict(images, count, probabilities);
      System.arraycopy(probabilities, 0, all, start * classes, probabilities.length);
    }
    return Outputs.of(
        values.classNames(),
        IntStream.range(0, values.size()).map(values::label).toArray(),
        all);
  }
}

package dev.plenum.benchmarks.training;

import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** How long a trained model takes to classify {@link #IMAGES} images, which lie ready as floats. */
final class Inference {
  /** The images that the result is for; fewer are classified where there are fewer, and scaled. */
  static final int IMAGES = 10_000;

  private static final int BATCH = 256;
  private static final int WARM_UP = 2;
  private static final int REPETITIONS = 5;

  private Inference() {}

  /** The seconds of each repetition. */
  static List<Double> seconds(Classifier model, Dataset images) {
    List<float[]> batches = batches(images);
    int size = images.imageShape().size();
    float[] probabilities = new float[BATCH * model.classes()];
    List<Double> seconds = new ArrayList<>();
    for (int repetition = 0; repetition < WARM_UP + REPETITIONS; repetition++) {
      long start = System.nanoTime();
      for (float[] batch : batches) {
        model.predict(batch, batch.length / size, probabilities);
      }
      if (repetition >= WARM_UP) {
        seconds.add((System.nanoTime() - start) * 1e-9 * IMAGES / images.size());
      }
    }
    return seconds;
  }

  private static List<float[]> batches(Dataset images) {
    int size = images.imageShape().size();
    List<float[]> batches = new ArrayList<>();
    for (int first = 0; first < images.size(); first += BATCH) {
      float[] batch = new float[Math.min(BATCH, images.size() - first) * size];
      for (int i = 0; i < batch.length / size; i++) {
        images.copyImage(first + i, batch, i * size);
      }
      batches.add(batch);
    }
    return batches;
  }
}

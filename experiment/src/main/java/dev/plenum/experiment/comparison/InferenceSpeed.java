package dev.plenum.experiment.comparison;

import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.statistics.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a trained model classifies.
 *
 * @param latencyP50 the seconds that half of the single images take at most
 * @param latencyP99 the seconds that 99 of 100 single images take at most
 * @param imagesPerSecond in batches of {@link #BATCH}
 */
public record InferenceSpeed(double latencyP50, double latencyP99, double imagesPerSecond) {
  /** Images per batch of the throughput. */
  public static final int BATCH = 256;

  /** Before anything is measured, the JVM gets this long to compile what it runs. */
  private static final double WARM_UP_SECONDS = 0.5;

  private static final int SINGLE_CALLS = 2000;
  private static final int BATCH_CALLS = 100;
  private static final int FEWEST_CALLS = 20;
  private static final double MOST_SECONDS = 2;

  /** Measures a model on these images. */
  static InferenceSpeed measure(Classifier model, Dataset images) {
    Sample single = new Sample(seconds(model, images, 1, SINGLE_CALLS));
    double batch = new Sample(seconds(model, images, BATCH, BATCH_CALLS)).median();
    return new InferenceSpeed(single.median(), single.quantile(0.99), BATCH / batch);
  }

  /** The duration of call after call, each with other images. */
  private static List<Double> seconds(Classifier model, Dataset images, int batch, int calls) {
    int size = model.inputShape().size();
    float[] input = new float[batch * size];
    float[] probabilities = new float[batch * model.classes()];
    List<Double> seconds = new ArrayList<>();
    long begin = System.nanoTime();
    int next = 0;
    while (seconds.size() < calls) {
      for (int i = 0; i < batch; i++) {
        images.copyImage(next++ % images.size(), input, i * size);
      }
      long start = System.nanoTime();
      model.predict(input, batch, probabilities);
      long end = System.nanoTime();
      if (secondsBetween(begin, start) >= WARM_UP_SECONDS) {
        seconds.add(secondsBetween(start, end));
      }
      if (secondsBetween(begin, end) > WARM_UP_SECONDS + MOST_SECONDS
          && seconds.size() >= FEWEST_CALLS) {
        break;
      }
    }
    return seconds;
  }

  private static double secondsBetween(long start, long end) {
    return (end - start) * 1e-9;
  }
}

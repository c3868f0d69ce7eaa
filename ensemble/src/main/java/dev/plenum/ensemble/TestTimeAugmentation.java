package dev.plenum.ensemble;

import dev.plenum.api.Classifier;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Shape;
import dev.plenum.api.spi.LifeCycle;
import java.util.ArrayList;
import java.util.List;

/**
 * Test-time augmentation: a classifier is asked about several views of each image, and its probabilities
 * are averaged. Nothing is random. It owns the classifier and closes it.
 *
 * <pre>{@code
 * try (Classifier steadier = TestTimeAugmentation.of(model, new Views(5))) {
 *   Evaluation test = steadier.evaluate(mnist.test());
 * }
 * }</pre>
 */
public final class TestTimeAugmentation implements Classifier {
  private static final Combination MEAN = Combination.average();

  private final Classifier classifier;
  private final Views views;
  private final LifeCycle lifeCycle = new LifeCycle("the classifier");
  private final List<float[]> outputs = new ArrayList<>();
  private float[] moved = {};

  private TestTimeAugmentation(Classifier classifier, Views views) {
    this.classifier = classifier;
    this.views = views;
  }

  /**
   * {@return a classifier that is asked about so many views; with one view it is the classifier itself}
   *
   * @param classifier what is asked; closed with what is returned
   * @param views how many of each image
   */
  public static Classifier of(Classifier classifier, Views views) {
    return views.equals(Views.ONE) ? classifier : new TestTimeAugmentation(classifier, views);
  }

  @Override
  public Shape inputShape() {
    return classifier.inputShape();
  }

  @Override
  public int classes() {
    return classifier.classes();
  }

  @Override
  public void predict(float[] images, int count, float[] probabilities) {
    lifeCycle.inTurn(() -> {
      Requests.requireRoom(this, images, count, probabilities);
      int classes = classes();
      moved = MemberOutput.withRoomFor(count * inputShape().size(), moved);
      for (int view = 0; view < views.count(); view++) {
        views.write(view, images, count, inputShape(), moved);
        classifier.predict(moved, count, output(view, count * classes));
      }
      for (int i = 0; i < count; i++) {
        MEAN.combine(outputs, i * classes, classes, probabilities);
      }
      return probabilities;
    });
  }

  /** The buffer of a view. */
  private float[] output(int view, int length) {
    if (view == outputs.size()) {
      outputs.add(new float[length]);
    }
    outputs.set(view, MemberOutput.withRoomFor(length, outputs.get(view)));
    return outputs.get(view);
  }

  /**
   * Measures loss, accuracy and other metrics on a dataset, from the averaged probabilities as {@link
   * Committee#evaluate} does it.
   *
   * @throws IllegalArgumentException if its images or classes do not fit, or the metrics are refused, see
   *     {@link dev.plenum.api.metric.Accumulators}
   * @throws IllegalStateException if the classifier is closed
   */
  @Override
  public Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
    return lifeCycle.inTurn(() -> {
      Requests.requireFit(this, "classifier", dataset);
      return new CommitteeEvaluator(
              MEAN, List.of(MemberOutput.of(this)), dataset, metrics, Committee.CHUNK)
          .evaluate()
          .committee();
    });
  }

  /** Closes the classifier. A second call does nothing. */
  @Override
  public void close() {
    lifeCycle.close(classifier::close);
  }
}

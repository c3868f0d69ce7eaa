package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.Classifier;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.TopKAccuracy;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.PureJavaBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestTimeAugmentationTest {
  private static final Shape IMAGE = Shape.of(3, 3, 1);
  private static final List<Metric> METRICS = List.of(TopKAccuracy.of(2));

  /** Two classes: how light the pixel in the middle is, and how dark; remembers what it was shown. */
  private static final class Middle implements Classifier {
    private final List<List<Float>> shown = new ArrayList<>();
    private int closed;

    @Override
    public Shape inputShape() {
      return IMAGE;
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public void predict(float[] images, int count, float[] probabilities) {
      for (int i = 0; i < count; i++) {
        List<Float> image = new ArrayList<>();
        for (int p = 0; p < IMAGE.size(); p++) {
          image.add(images[i * IMAGE.size() + p]);
        }
        shown.add(image);
        probabilities[2 * i] = image.get(4);
        probabilities[2 * i + 1] = 1 - image.get(4);
      }
    }

    @Override
    public Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private static List<Float> image(float... values) {
    List<Float> image = new ArrayList<>();
    for (float value : values) {
      image.add(value);
    }
    return image;
  }

  @Test
  void valuesForTooFewImagesAreRefused() {
    Classifier steadier = TestTimeAugmentation.of(new Middle(), new Views(5));
    String message = assertThrows(
            IllegalArgumentException.class, () -> steadier.predict(new float[17], 2, new float[4]))
        .getMessage();
    assertEquals("at least 1 image of shape (3, 3, 1) is needed, found 2 in 17 values", message);
  }

  @Test
  void theViewsAreTheImageAndItsShiftsWithTheBorderRepeated() {
    Middle middle = new Middle();
    float[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    TestTimeAugmentation.of(middle, new Views(9)).predict(image, 1, new float[2]);
    assertEquals(
        List.of(
            image(1, 2, 3, 4, 5, 6, 7, 8, 9),
            image(2, 3, 3, 5, 6, 6, 8, 9, 9), // left
            image(1, 1, 2, 4, 4, 5, 7, 7, 8), // right
            image(4, 5, 6, 7, 8, 9, 7, 8, 9), // up
            image(1, 2, 3, 1, 2, 3, 4, 5, 6), // down
            image(5, 6, 6, 8, 9, 9, 8, 9, 9), // up, left
            image(4, 4, 5, 7, 7, 8, 7, 7, 8), // up, right
            image(2, 3, 3, 2, 3, 3, 5, 6, 6), // down, left
            image(1, 1, 2, 1, 1, 2, 4, 4, 5)), // down, right
        middle.shown);
  }

  @Test
  void aPixelsChannelsStayTogether() {
    float[] moved = new float[2 * 2 * 3];
    float[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    new Views(5).write(1, image, 1, Shape.of(2, 2, 3), moved);
    assertArrayEquals(new float[] {4, 5, 6, 4, 5, 6, 10, 11, 12, 10, 11, 12}, moved);
  }

  @Test
  void theProbabilitiesAreTheMeansOverTheViewsOfEachImage() {
    float[] images = {0, 0.25f, 0, 0.5f, 0.5f, 0.75f, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 99};
    float[] probabilities = new float[4];
    TestTimeAugmentation.of(new Middle(), new Views(5)).predict(images, 2, probabilities);
    assertArrayEquals(
        new float[] {0.6f, 0.4f, 1, 0}, probabilities); // (.5 + .75 + .5 + 1 + .25) / 5
  }

  @Test
  void anEvaluationCountsWhatIsPredicted() {
    byte[] pixels = {0, 0, 0, 0, 127, 0, 0, 0, 0, 0, (byte) 255, 0, 0, 127, 0, 0, (byte) 255, 0};
    Dataset images = new Dataset(IMAGE, pixels, new int[] {0, 1}, Samples.classNames(2));
    Classifier views = TestTimeAugmentation.of(new Middle(), new Views(5));
    Evaluation found = views.evaluate(images, METRICS);
    float[] probabilities = new float[2];
    double loss = 0;
    for (int i = 0; i < 2; i++) {
      float[] values = new float[IMAGE.size()];
      images.copyImage(i, values, 0);
      views.predict(values, 1, probabilities);
      loss += ClippedLoss.of(probabilities[images.label(i)]);
      assertEquals(probabilities[0] >= probabilities[1] ? 0 : 1, found.prediction(i));
    }
    assertEquals(loss / 2, found.loss());
    assertEquals(1, found.value("top_2_accuracy"));
    String other = assertThrows(
            IllegalArgumentException.class,
            () -> views.evaluate(FixedClassifier.images(2, 0), METRICS))
        .getMessage();
    assertEquals(
        "the classifier takes images of shape (3, 3, 1), the dataset has (1, 1, 1)", other);
  }

  @Test
  void oneViewIsTheClassifierItselfAndOtherNumbersAreRefused() {
    Middle middle = new Middle();
    assertSame(middle, TestTimeAugmentation.of(middle, Views.ONE));
    String e = assertThrows(IllegalArgumentException.class, () -> new Views(4)).getMessage();
    assertEquals("there are 1, 5 or 9 views, not 4", e);
  }

  @Test
  void itClosesWhatItWrapsOnceAndRefusesToBeUsedAfterwards() {
    Middle middle = new Middle();
    Classifier views = TestTimeAugmentation.of(middle, new Views(5));
    views.close();
    views.close();
    assertEquals(1, middle.closed);
    String e = assertThrows(
            IllegalStateException.class, () -> views.predict(new float[9], 1, new float[2]))
        .getMessage();
    assertEquals("the classifier is closed", e);
  }

  @Test
  void ofACommitteeEachMemberSeesTheViews() {
    PureJavaBackend backend = new PureJavaBackend();
    SavedCommittee saved = new SavedCommittee(
        Combination.majorityVote(),
        List.of(
            Samples.member(backend, Samples.conv(), new Seed(1)),
            Samples.member(backend, Samples.dense(), new Seed(2)),
            Samples.member(backend, Samples.conv(), new Seed(3))));
    Dataset images = Samples.stripes(20);
    SavedClassifier file = new SavedClassifier(
        saved.members().stream().map(SavedMember::model).toList(),
        Optional.of(saved.combination()),
        saved::restore);
    CommitteeEvaluation all = saved.evaluate(images, METRICS, new Views(5), backend);
    try (Classifier restored = file.restore(backend, new Views(5));
        Model first = saved.members().get(0).model().restore(backend, new Seed(1));
        Classifier views = TestTimeAugmentation.of(first, new Views(5))) {
      Evaluation again = restored.evaluate(images, METRICS);
      assertEquals(all.committee().metrics(), again.metrics());
      assertEquals(all.committee().misclassified(), again.misclassified());
      assertEquals(
          views.evaluate(images, METRICS).metrics(), all.members().get(0).metrics());
    }
  }
}

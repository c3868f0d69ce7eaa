package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every model has from the interface: prediction and evaluation from its logits. */
class ModelTest {
  private final FakeModel model = new FakeModel();

  @Test
  void predictsTheSoftmaxOfItsLogits() {
    float[] probabilities = new float[7];
    model.predict(new float[] {0, 1 / 255f, 0, 5 / 255f}, 2, probabilities);
    float certain = (float) (StrictMath.exp(FakeModel.CERTAINTY) / denominator());
    float rest = (float) (1 / denominator());
    assertArrayEquals(
        new float[] {rest, certain, rest, certain, rest, rest, 0}, probabilities, 1e-7f);
  }

  @Test
  void predictsASingleImage() {
    float[] probabilities = new float[3];
    model.predict(new float[] {0, 2 / 255f}, 1, probabilities);
    assertEquals(2, SoftmaxCrossEntropy.argmax(probabilities, 0, 3));
  }

  @Test
  void refusesToPredictNothingOrIntoTooShortAnArray() {
    assertRefused(() -> model.predict(new float[4], 2, new float[5]), "2 images", "3 classes", "5");
    assertRefused(() -> model.predict(new float[4], 0, new float[5]), "0 images");
    assertRefused(() -> model.predict(new float[4], -1, new float[5]), "-1 images");
    assertRefused(() -> model.predict(new float[4], Integer.MAX_VALUE, new float[5]), "3 classes");
  }

  @Test
  void evaluatesEveryImageInOrder() {
    Dataset dataset = NumberedImages.of(601);
    Evaluation evaluation = model.evaluate(dataset);
    assertEquals(601, evaluation.size());
    assertEquals(
        IntStream.range(0, 601).filter(i -> i % 5 == 0).boxed().toList(),
        evaluation.misclassified());
    assertEquals(480 / 601.0, evaluation.accuracy());
    assertEquals(dataset.label(600) + 1, evaluation.prediction(600));
    double right = StrictMath.log(denominator()) - FakeModel.CERTAINTY;
    double wrong = StrictMath.log(denominator());
    assertEquals((480 * right + 121 * wrong) / 601, evaluation.loss(), 1e-12);
  }

  @Test
  void evaluatesAWholeNumberOfChunks() {
    assertEquals(409 / 512.0, model.evaluate(NumberedImages.of(512)).accuracy());
  }

  @Test
  void refusesImagesOfAnotherShapeAndOtherClasses() {
    List<String> three = List.of("a", "b", "c");
    Dataset shape = new Dataset(Shape.of(2, 1, 1), new byte[2], new int[1], three);
    Dataset classes = new Dataset(Shape.of(1, 1, 2), new byte[2], new int[1], List.of("a", "b"));
    assertRefused(() -> model.evaluate(shape), "(1, 1, 2)", "(2, 1, 1)");
    assertRefused(() -> model.evaluate(classes), "3 classes", "has 2");
    assertRefused(() -> model.fit(shape, Fit.epochs(1)), "(1, 1, 2)", "(2, 1, 1)");
    assertRefused(
        () -> model.fit(NumberedImages.of(4), Fit.epochs(1).validation(classes)), "3 classes");
    assertEquals(List.of(), model.steps());
  }

  private static double denominator() {
    return StrictMath.exp(FakeModel.CERTAINTY) + 2;
  }
}

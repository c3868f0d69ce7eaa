package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that does not fit is refused with a clear message, and the model stays as it was. */
abstract class RefusalConformance extends ConformanceGroup {
  private static final int CLASSES = 3;
  private static final Network NETWORK =
      Sequential.of(Shape.of(4, 6, 1), Flatten.instance(), Dense.of(CLASSES).activation(SOFTMAX));

  private @Nullable Model opened;
  private String weightsBefore = "";

  RefusalConformance(BackendConformance kit) {
    super(kit);
  }

  @BeforeEach
  void open() {
    Model model = compile(NETWORK, Adam.defaults());
    opened = model;
    model.trainOnBatch(Samples.of(NETWORK, 2, 1).batch(), 0);
    weightsBefore = model.weights().sha256();
  }

  @AfterEach
  void modelIsAsItWas() {
    try (Model model = model()) {
      assertEquals(weightsBefore, model.weights().sha256());
      assertEquals(1, model.optimizer().iterations());
    }
  }

  private Model model() {
    return Objects.requireNonNull(opened, "opened before each test");
  }

  @Test
  void batchOfAnotherShapeIsRefused() {
    Batch batch = new Samples(Shape.of(6, 4, 1), CLASSES, 2, 1).batch();
    assertRefused(() -> model().trainOnBatch(batch, 1), "(4, 6, 1)", "(6, 4, 1)");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, CLASSES, 1000})
  void labelOutOfRangeIsRefused(int label) {
    Batch batch = Samples.of(NETWORK, 2, 1).batch();
    batch.labels()[1] = label;
    assertRefused(() -> model().trainOnBatch(batch, 1), label, CLASSES);
  }

  @Test
  void emptyBatchIsRefused() {
    assertRefused(() -> model().trainOnBatch(new Batch(NETWORK.input(), 1), 1), "0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void impossibleNumberOfImagesIsRefused(int count) {
    float[] images = new float[NETWORK.input().size()];
    assertRefused(() -> model().logits(images, count, new float[CLASSES]), count);
    assertRefused(() -> model().predict(images, count, new float[CLASSES]), count);
  }

  @Test
  void tooFewPixelsAreRefused() {
    float[] images = new float[2 * 24 - 1];
    assertRefused(() -> model().logits(images, 2, new float[2 * CLASSES]), 47);
    assertRefused(() -> model().predict(images, 2, new float[2 * CLASSES]), 47);
  }

  @Test
  void tooLittleRoomForTheResultIsRefused() {
    float[] images = new float[3 * 24];
    assertRefused(() -> model().logits(images, 3, new float[8]), 8);
    assertRefused(() -> model().predict(images, 3, new float[8]), 8);
  }

  @Test
  void datasetOfAnotherShapeOrOtherClassesIsRefused() {
    assertRefused(
        () -> model().evaluate(new Samples(Shape.of(6, 4, 1), CLASSES, 2, 1).dataset()),
        "(4, 6, 1)",
        "(6, 4, 1)");
    assertRefused(
        () -> model().evaluate(new Samples(NETWORK.input(), 5, 2, 1).dataset()), CLASSES, 5);
  }
}

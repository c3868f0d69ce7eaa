package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {

  private static Preprocessing read(String json) {
    return Preprocessing.read(Json.parse(json.replace('\'', '"'), "p"), NamedTensors.empty());
  }

  @Test
  void theColourFollowsFromTheChannels() {
    assertEquals(
        ColorMode.GRAYSCALE, Preprocessing.of(Shape.of(28, 28, 1), "area").colorMode());
    assertEquals(ColorMode.RGB, Preprocessing.of(Shape.of(28, 28, 3), "area").colorMode());
    assertEquals(ColorMode.OTHER, Preprocessing.of(Shape.of(28, 28, 2), "area").colorMode());
  }

  @Test
  void theRescalingOfEveryByteIsThatOfTraining() {
    double rescale = Preprocessing.of(Shape.of(1, 1, 1), "area").rescale();
    for (int pixel = 0; pixel < 256; pixel++) {
      assertEquals(pixel / 255f, (float) (pixel * rescale));
    }
  }

  @Test
  void readsBackWhatItWrote() {
    Preprocessing preprocessing = Preprocessing.of(Shape.of(28, 20, 3), "area");
    String json = Json.compact(preprocessing.node());
    assertEquals(
        "{\"input_shape\":[28,20,3],\"color_mode\":\"rgb\",\"resize\":\"area\",\"rescale\":0.00392156862745098,\"normalization\":\"none\"}",
        json);
    assertEquals(preprocessing, read(json));
  }

  @Test
  void anOffsetIsKeptAndOneOfZeroIsLeftOut() {
    Preprocessing preprocessing =
        Preprocessing.of(Shape.of(2, 1, 1), "area").rescaled(1 / 127.5, -1);
    assertFalse(preprocessing.isToUnit());
    String json = Json.compact(preprocessing.node());
    assertTrue(json.contains("\"offset\":-1.0"), json);
    assertEquals(preprocessing, read(json));
    assertEquals(-1, preprocessing.valueOfByte()[0]);
    assertEquals(1, preprocessing.valueOfByte()[255]);
    assertEquals(preprocessing.rescaled(1 / 127.5, 0), read(json.replace("-1.0", "0")));
  }

  @Test
  void theInputMayBeAWindowOfPictures() {
    Shape pictures = Shape.of(28, 28, 1);
    Preprocessing whole = Preprocessing.of(Shape.of(24, 20, 1), "area");
    Preprocessing window = whole.windowOf(pictures);
    assertEquals(whole.inputShape(), whole.pictureShape());
    assertEquals(pictures, window.pictureShape());
    assertEquals(pictures, window.rescaled(2, 1).withoutNormalisation().pictureShape());
    String json = Json.compact(window.node());
    assertTrue(json.startsWith("{\"input_shape\":[24,20,1],\"window_of\":[28,28,1],"), json);
    assertEquals(window, read(json));
    for (Shape other : List.of(Shape.of(23, 28, 1), Shape.of(28, 19, 1), Shape.of(28, 28, 3))) {
      String message =
          Refusals.messageOf(IllegalArgumentException.class, () -> whole.windowOf(other));
      assertEquals(
          "an input of shape (24, 20, 1) cannot be cut out of pictures of shape " + other, message);
    }
  }

  @Test
  void aNormalisationIsAnObjectInThePlaceOfNone() {
    JsonObject parameters = JsonObject.empty().with("featurewise_center", true);
    NamedTensors statistics =
        new NamedTensors(Map.of("featurewise/mean", new Tensor(Shape.of(1), new float[] {0.25f})));
    Preprocessing plain = Preprocessing.of(Shape.of(2, 1, 1), "area");
    Preprocessing preprocessing = plain.normalised(new SavedNormalisation(parameters, statistics));
    String json = Json.compact(preprocessing.node());
    assertTrue(json.endsWith("\"normalization\":{\"featurewise_center\":true}}"), json);
    assertEquals(preprocessing, Preprocessing.read(Json.parse(json, "p"), statistics));
    assertEquals(plain, preprocessing.withoutNormalisation());
    assertEquals(-1, preprocessing.rescaled(1, -1).offset());
    assertEquals(preprocessing.normalisation(), preprocessing.rescaled(1, -1).normalisation());
  }

  @Test
  void statisticsWithoutANormalisationAreRefused() {
    NamedTensors statistics =
        new NamedTensors(Map.of("featurewise/mean", new Tensor(Shape.of(1), new float[1])));
    String json = Json.compact(Preprocessing.of(Shape.of(2, 1, 1)).node());
    InvalidJsonException refusal = assertThrows(
        InvalidJsonException.class, () -> Preprocessing.read(Json.parse(json, "p"), statistics));
    assertEquals(
        "p: normalization: there are statistics of a normalisation, but the normalisation is none",
        refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[28,28] | 'rgb' | 'area' | 1 | 'none' | an input must have the shape (height, width, channels), found (28, 28)",
        "[28,28,1] | 'rgb' | 'area' | 1 | 'none' | color_mode: one of [grayscale] is needed, found \"rgb\"",
        "[28,28,1] | 'grayscale' | ' ' | 1 | 'none' | the method of scaling needs a name",
        "[28,28,1] | 'grayscale' | 'area' | 0 | 'none' | the factor 'rescale' must be a number other than 0, found 0.0",
        "[28,28,1] | 'grayscale' | 'area' | 1 | 'zca' | normalization: one of [none] is needed, found \"zca\"",
      })
  void badValuesAreRefused(
      String shape, String color, String resize, String rescale, String norm, String message) {
    String json = "{'input_shape':%s,'color_mode':%s,'resize':%s,'rescale':%s,'normalization':%s}"
        .formatted(shape, color, resize, rescale, norm);
    String found = Refusals.messageOf(InvalidJsonException.class, () -> read(json));
    assertTrue(found.endsWith(message), found);
  }

  /** Two pixels, as a dataset is loaded. */
  private static Dataset plain() {
    return new Dataset(Shape.of(2, 1, 1), new byte[2], new int[1], List.of("a", "b"));
  }

  private static String refusal(Preprocessing preprocessing, Dataset images) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> preprocessing.requireValues(images))
            .getMessage());
  }

  @Test
  void imagesThatAreNotNormalisedAsTheModelsWereAreRefused() {
    Map<String, Object> parameters = Map.of("samplewise_center", true);
    Preprocessing preprocessing = Preprocessing.of(Shape.of(2, 1, 1), "area")
        .normalised(new SavedNormalisation(JsonObject.of(parameters), NamedTensors.empty()));
    String message = refusal(preprocessing, plain());
    assertTrue(
        message.startsWith("the model was trained on images normalised by {\"samplewise_center\""),
        message);
    assertTrue(message.contains("and these are not normalised; bring them to the model"), message);
    preprocessing.requireValues(plain().normalised(new Described(parameters)));
    assertTrue(refusal(
            preprocessing, plain().normalised(new Described(Map.of("samplewise_center", false))))
        .contains("and these are normalised by {"));
  }

  @Test
  void pixelsOfAnotherRangeThanTheModelsAreRefused() {
    Preprocessing preprocessing =
        Preprocessing.of(Shape.of(2, 1, 1), "area").rescaled(1 / 127.5, -1);
    assertEquals(
        "the model was trained on pixels from -1.0 to 1.0, and these are from 0.0 to 1.0; bring them to the model first: ModelInputs.of(preprocessing).of(images)",
        refusal(preprocessing, plain()));
    preprocessing.requireValues(plain().withPixelValues(preprocessing.valueOfByte()));
    Preprocessing.of(Shape.of(2, 1, 1), "area").requireValues(plain());
  }

  private record Described(Map<String, Object> parameters) implements ImageTransform {
    @Override
    public Map<String, Object> describe() {
      return parameters;
    }

    @Override
    public void apply(
        float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
      throw new UnsupportedOperationException("it is only described");
    }
  }
}

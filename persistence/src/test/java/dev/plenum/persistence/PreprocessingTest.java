package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {

  private static Preprocessing read(String json) {
    return Preprocessing.read(Json.parse(json.replace('\'', '"'), "p"));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[28,28] | 'rgb' | 'area' | 1 | 'none' | an input must have the shape (height, width, channels), found (28, 28)",
        "[28,28,1] | 'rgb' | 'area' | 1 | 'none' | color_mode: one of [grayscale] is needed, found \"rgb\"",
        "[28,28,1] | 'grayscale' | ' ' | 1 | 'none' | the method of scaling needs a name",
        "[28,28,1] | 'grayscale' | 'area' | 0 | 'none' | the factor 'rescale' must be greater than 0, found 0.0",
        "[28,28,1] | 'grayscale' | 'area' | 1 | 'zca' | normalization: one of [none] is needed, found \"zca\"",
      })
  void badValuesAreRefused(
      String shape, String color, String resize, String rescale, String norm, String message) {
    String json = "{'input_shape':%s,'color_mode':%s,'resize':%s,'rescale':%s,'normalization':%s}"
        .formatted(shape, color, resize, rescale, norm);
    String found = Refusals.messageOf(InvalidJsonException.class, () -> read(json));
    assertTrue(found.endsWith(message), found);
  }
}

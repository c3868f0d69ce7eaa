package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.util.List;
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
  void aDatasetGetsTheValuesThatTheNetworkWants() {
    byte[] pixels = {0, (byte) 255, 51, (byte) 128};
    Dataset dataset = new Dataset(Shape.of(2, 1, 1), pixels, new int[] {0, 1}, List.of("a", "b"));
    Preprocessing unit = Preprocessing.of(Shape.of(2, 1, 1), "area");
    assertSame(dataset, unit.apply(dataset));
    assertArrayEquals(new float[] {0.2f, 128 / 255f}, image(dataset, 1));
    assertArrayEquals(
        new float[] {-0.3f, 128 / 255f - 0.5f},
        image(unit.rescaled(1 / 255.0, -0.5).apply(dataset), 1),
        1e-7f);
    Dataset bytes = unit.rescaled(1, 0).apply(dataset).first(1);
    assertArrayEquals(new float[] {0, 255}, image(bytes, 0));
    assertEquals(dataset.first(1).sha256(), bytes.sha256());
  }

  private static float[] image(Dataset dataset, int index) {
    float[] values = new float[2];
    dataset.copyImage(index, values, 0);
    return values;
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
}

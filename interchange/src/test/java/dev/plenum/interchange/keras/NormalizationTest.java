package dev.plenum.interchange.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.SavedNormalisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  private static final Shape IMAGE = Shape.of(2, 2, 1);
  private static final NamedTensors STATISTICS = new NamedTensors(Map.of(
      "featurewise/mean", new Tensor(Shape.of(1), new float[] {0.5f}),
      "featurewise/std", new Tensor(Shape.of(1), new float[] {0.25f})));

  private static SavedNormalisation saved(JsonObject parameters) {
    return new SavedNormalisation(parameters, STATISTICS);
  }

  @Test
  void theLayerDividesByTheDeviationAndItsEpsilon() {
    JsonObject parameters = JsonObject.empty().with("featurewise_std_normalization", true);
    Normalization layer = Normalization.of(saved(parameters), IMAGE);
    assertEquals(List.of(0.5), layer.mean());
    assertEquals(0.250001, Math.sqrt(layer.variance().get(0)), 1e-12);
    Normalization halved = Normalization.of(saved(parameters.with("rescale", 0.5)), IMAGE);
    assertEquals(List.of(1.0), halved.mean());
    assertEquals(0.500002, Math.sqrt(halved.variance().get(0)), 1e-12);
  }

  @Test
  void whatNoLayerDoesIsRefusedByName() {
    assertEquals(
        "Keras has no layer for its samplewise normalisation",
        assertThrows(
                IllegalArgumentException.class,
                () -> Normalization.of(
                    saved(JsonObject.empty().with("samplewise_center", true)), IMAGE))
            .getMessage());
  }

  @Test
  void itStandsBehindTheInputWithItsStatisticsInTheConfiguration() {
    Network network = Sequential.of(IMAGE, Flatten.instance(), Dense.of(2));
    JsonValue layer = KerasConfigWriter.write(
            network, List.of(new Normalization(List.of(0.5), List.of(0.0625)).layer()))
        .asValue("config")
        .required("config")
        .required("layers")
        .elements()
        .get(1);
    assertEquals("Normalization", layer.required("class_name").text());
    assertEquals("[0.5]", layer.required("config").required("mean").toString());
    assertEquals("[0.0625]", layer.required("config").required("variance").toString());
  }
}

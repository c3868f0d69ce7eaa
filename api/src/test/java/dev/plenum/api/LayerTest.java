package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.ReferenceNetworks;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import org.junit.jupiter.api.Test;

class LayerTest {
  @Test
  void tellsWhatItsPlacementTells() {
    PlacedLayer placement = ReferenceNetworks.simpleConv().placedLayers().get(1);
    Layer layer = new Layer() {
      @Override
      public PlacedLayer placement() {
        return placement;
      }

      @Override
      public NamedTensors weights() {
        return NamedTensors.empty();
      }
    };
    assertEquals("conv2d_1", layer.name());
    assertEquals(Shape.of(28, 28, 10), layer.outputShape());
    assertEquals(2510, layer.parameterCount());
  }
}

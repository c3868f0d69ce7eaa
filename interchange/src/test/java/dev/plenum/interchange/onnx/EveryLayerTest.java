package dev.plenum.interchange.onnx;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Network;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.tck.reference.RandomNetworks;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of layer and merge gives in others' engines what it gives here; one that is added is missed. */
class EveryLayerTest {
  private static final float TOLERANCE = 2e-6f;

  @Test
  void noneIsMissing() {
    assertEquals(
        Stream.of(LayerSpec.class, MergeSpec.class)
            .flatMap(EveryLayerTest::permitted)
            .collect(Collectors.toSet()),
        kinds());
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryLayerTest::permitted)
        : Stream.of(type);
  }

  private static Set<Class<?>> kinds() {
    return EveryLayer.networks().stream()
        .flatMap(network -> network.placedLayers().stream())
        .map(layer -> layer.spec().getClass())
        .collect(Collectors.toSet());
  }

  /** Sums of single precision in another order, with random weights: they stay within 2e-6. */
  @Test
  void randomGraphsAgreeInOnnxRuntime() {
    for (long number = 0; number < 150; number++) {
      Network network = RandomNetworks.draw(seed(number));
      TrainedNetwork trained = Samples.trained(network, seed(number));
      float[] images = Samples.images(network, 5, seed(number));
      assertArrayEquals(
          Samples.predict(trained, images, 5),
          Engine.ONNX_RUNTIME.predict(OnnxModel.of(trained), images, 5, network.input()),
          1e-5f,
          network.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void enginesAgree(Engine engine) {
    for (Network network : EveryLayer.networks()) {
      TrainedNetwork trained = Samples.trained(network, seed(4));
      OnnxModel model = OnnxModel.of(trained);
      float[] images = Samples.images(network, 5, seed(5));
      float[] expected = Samples.predict(trained, images, 5);
      String what = network.toString();
      assertArrayEquals(
          expected, engine.predict(model, images, 5, network.input()), TOLERANCE, what);
      assertArrayEquals(
          expected,
          engine.predictChannelsFirst(model, images, 5, network.input()),
          TOLERANCE,
          what);
    }
  }
}

package dev.plenum.interchange.onnx;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Network;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.reading.OnnxImport;
import dev.plenum.tck.reference.RandomNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was exported comes back, and predicts as before. */
class ExportedOnnxImportTest {
  private static final float TOLERANCE = 2e-6f;
  private static final int IMAGES = 3;

  @TempDir
  Path folder;

  static Stream<Network> networks() {
    return Stream.concat(
        EveryLayer.networks().stream(),
        LongStream.range(0, 60).mapToObj(seed -> RandomNetworks.draw(seed(seed))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void itPredictsAsBefore(Network network) throws IOException {
    TrainedNetwork trained = Samples.trained(network, seed(7));
    float[] images = Samples.images(network, IMAGES, seed(8));
    float[] expected = Samples.predict(trained, images, IMAGES);
    for (ImageLayout layout : ImageLayout.values()) {
      OnnxModel model = OnnxModel.of(trained)
          .layout(layout)
          .metadata(Map.of("input_layout", layout.name().toLowerCase(Locale.ROOT)));
      Path file = Files.write(folder.resolve("model.onnx"), Engine.bytes(model));
      TrainedNetwork imported = OnnxImport.read(file);
      assertEquals(network.input(), imported.network().input());
      assertArrayEquals(expected, Samples.predict(imported, images, IMAGES), TOLERANCE);
    }
  }
}

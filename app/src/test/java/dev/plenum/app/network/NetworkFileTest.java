package dev.plenum.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Thrown;
import dev.plenum.persistence.NetworkJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
  private static final Shape MNIST = Shape.of(28, 28, 1);

  @TempDir
  Path folder;

  private NetworkFile file(String name, String content) throws IOException {
    return NetworkFile.read(Files.writeString(folder.resolve(name), content));
  }

  @Test
  void aJsonFileGivesTheNetworkThatWasWritten() throws IOException {
    Network network = BuiltInNetwork.SIMPLE_CONV.network(MNIST, 10);
    NetworkFile file = file("my-net.json", NetworkJson.write(network));
    assertEquals("my-net", file.displayName());
    assertEquals(network, file.network(MNIST, 10));
  }

  @Test
  void aHoconFileMayHaveCommentsAndLeaveTheInputShapeToTheImages() throws IOException {
    NetworkFile plain = file("net.hocon", """
        // as small as can be
        layers = [ { type = Flatten }, { type = Dense, units = 3, activation = softmax } ]
        """);
    assertEquals(Shape.of(4, 6, 3), plain.network(Shape.of(4, 6, 3), 3).input());
  }

  @Test
  void aHoconFileMaySayWhatALayerReads() throws IOException {
    NetworkFile residual = file("net.conf", """
        layers = [
          { type = Conv2D, filters = 1, kernel_size = 3, padding = same, use_bias = false,
            kernel_regularizer { l2 = 1e-4 } }
          { type = BatchNormalization, momentum = 0.9 }
          { type = Add, inputs = [batch_normalization, images] }
          { type = GlobalAveragePooling2D }
          { type = Dense, units = 3, activation = softmax }
        ]
        """);
    Network network = residual.network(MNIST, 3);
    assertEquals(List.of(1, PlacedLayer.IMAGES), network.placedLayers().get(2).reads());
  }

  @Test
  void layersThatDoNotFitAreNamedWithBothShapes() throws IOException {
    NetworkFile file = file("net.json", """
        {"layers": [{"type": "Dense", "units": 10, "activation": "softmax"}]}
        """);
    String e = Thrown.message(IllegalArgumentException.class, () -> file.network(MNIST, 10));
    assertTrue(e.contains("net.json"), e);
    assertTrue(e.contains("'dense'"), e);
    assertTrue(e.contains("(n)"), e);
    assertTrue(e.contains("(28, 28, 1)"), e);
  }

  @Test
  void aNetworkForOtherImagesOrClassesIsRefusedWithBothNumbers() throws IOException {
    String json = NetworkJson.write(BuiltInNetwork.DENSE.network(MNIST, 10));
    NetworkFile file = file("net.json", json);
    String shapes =
        Thrown.message(IllegalArgumentException.class, () -> file.network(Shape.of(32, 32, 3), 10));
    assertTrue(shapes.contains("(28, 28, 1)") && shapes.contains("(32, 32, 3)"), shapes);
    String classes = Thrown.message(IllegalArgumentException.class, () -> file.network(MNIST, 7));
    assertTrue(classes.contains("10 classes") && classes.contains("7"), classes);
  }

  @Test
  void aFileThatIsMissingOrNeitherJsonNorHoconIsRefused() {
    Path missing = folder.resolve("no.json");
    assertEquals(
        "there is no file " + missing,
        Thrown.message(IllegalArgumentException.class, () -> NetworkFile.read(missing)));
    String broken =
        Thrown.message(IllegalArgumentException.class, () -> file("broken.json", "{\"layers\": ["));
    assertTrue(broken.startsWith("not a network in JSON or HOCON: "), broken);
    assertTrue(broken.contains("broken.json: 1"), broken);
  }

  @Test
  void aFileThatReachesOutsideOfItselfIsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("rest.conf"), "input_shape = [4, 4, 1]");
    for (String hocon : List.of(
        "include \"rest.conf\"\nlayers = [ { type = Flatten } ]",
        "layers = [ { type = ${PATH} } ]",
        "layers = " + "[".repeat(30_000) + "]".repeat(30_000))) {
      String e = Thrown.message(IllegalArgumentException.class, () -> file("others.conf", hocon));
      assertTrue(
          e.startsWith("not a network in JSON or HOCON: " + folder.resolve("others.conf")), e);
    }
  }
}

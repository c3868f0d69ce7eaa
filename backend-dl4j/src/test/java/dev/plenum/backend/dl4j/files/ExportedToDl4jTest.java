package dev.plenum.backend.dl4j.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.onnx.EveryLayer;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is loaded by Deeplearning4j, which predicts the same. */
class ExportedToDl4jTest {
  private static final float TOLERANCE = 1e-5f;
  private static final float TOLERANCE_HERE = 1e-6f;
  private static final int IMAGES = 5;

  @TempDir
  Path folder;

  private void assertPredictsTheSame(Path file, TrainedNetwork trained, Seed seed)
      throws IOException {
    Network network = trained.network();
    float[] images = Samples.images(network, IMAGES, seed);
    float[] expected = Samples.predict(trained, images, IMAGES);
    float[] theirs = Peer.predict(
        Peer.load(file), Peer.images(images, IMAGES, network.input(), Peer.Layout.NCHW));
    assertArrayEquals(expected, theirs, TOLERANCE, network.toString());
    PictureSize size = new PictureSize(network.input().height(), network.input().width());
    TrainedNetwork again = Dl4jModelFile.read(file, Optional.of(size)).trained();
    assertArrayEquals(
        expected, Samples.predict(again, images, IMAGES), TOLERANCE_HERE, network.toString());
  }

  @Test
  void everyLayerPredictsTheSameOrIsRefusedByItsName() throws IOException {
    List<String> refused = new ArrayList<>();
    int number = 0;
    for (Network network : EveryLayer.networks()) {
      Seed seed = Seed.seed(++number);
      TrainedNetwork trained = Samples.trained(network, seed);
      AtomicFiles.Content content;
      try {
        content =
            Dl4jModelFile.content(trained, Adam.defaults(), Preprocessing.of(network.input()));
      } catch (IllegalArgumentException e) {
        refused.add(String.valueOf(e.getMessage()));
        continue;
      }
      Path file = folder.resolve(number + ".zip");
      AtomicFiles.write(file, content);
      assertPredictsTheSame(file, trained, seed);
    }
    assertEquals(
        List.of(
            "layer 'depthwise_conv2d' (DepthwiseConv2D): Deeplearning4j cannot compute depthwise convolutions with dilation",
            "layer 'reshape' (Reshape): Deeplearning4j has no layer that puts values of shape (5, 6, 4) into the shape (2, 3, 20) in this order",
            "layer 'activation' (Activation): Deeplearning4j has no activation that computes the same as Gelu",
            "layer 'activation' (Activation): Deeplearning4j has no activation that computes the same as Gelu",
            "layer 'dense_1' (Dense): Deeplearning4j has no activation that computes the same as Gelu",
            "layer 'reshape' (Reshape): Deeplearning4j has no layer that puts values of shape (12) into the shape (3, 2, 2) in this order"),
        refused);
  }
}

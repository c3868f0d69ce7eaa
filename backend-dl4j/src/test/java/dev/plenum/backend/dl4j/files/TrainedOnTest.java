package dev.plenum.backend.dl4j.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plenum.api.Model;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.backend.dl4j.files.PeerNetworks.Sample;
import dev.plenum.backend.purejava.PureJavaBackend;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.ImportedModel.ImportedOptimizer;
import dev.plenum.interchange.imported.PictureSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training goes on here with the updater and the state that it had there. */
class TrainedOnTest {
  private static final float TOLERANCE = 1e-5f;

  @TempDir
  Path folder;

  static List<Sample> samples() {
    return List.of(
        PeerNetworks.padded(),
        PeerNetworks.dense(Shape.of(4, 4, 3)),
        PeerNetworks.residual(CNN2DFormat.NHWC));
  }

  private ImportedModel read(Sample sample, String name) throws IOException {
    Path file = Peer.save(sample.model(), folder.resolve(name));
    PictureSize size = new PictureSize(sample.input().height(), sample.input().width());
    return Dl4jModelFile.read(file, Optional.of(size));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theNextStepIsTheSame(Sample sample) throws IOException {
    ImportedModel before = read(sample, "before.zip");
    assertFalse(before.hasOptimizerState());
    ImportedOptimizer optimizer = before.optimizer().orElseThrow();
    assertEquals(3, optimizer.state().iterations());
    PeerNetworks.train(sample, 3);
    NamedTensors expected = read(sample, "after.zip").trained().weights();
    try (Model model =
        new PureJavaBackend().compile(before.trained().network(), optimizer.spec(), Seed.seed(1))) {
      model.setWeights(before.trained().weights());
      model.optimizer().setState(optimizer.state());
      model.trainOnBatch(PeerNetworks.batch(sample.input(), 3), 3);
      for (String name : expected.names()) {
        assertArrayEquals(
            expected.get(name).toArray(), model.weights().get(name).toArray(), TOLERANCE, name);
      }
    }
  }
}

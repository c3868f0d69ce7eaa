package dev.plenum.backend.dl4j.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.Dl4jBackend;
import dev.plenum.backend.dl4j.files.PeerNetworks.Sample;
import dev.plenum.backend.purejava.PureJavaBackend;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plain programs with Deeplearning4j saved is imported, and predicts the same. */
class ImportedFromDl4jTest {
  private static final int IMAGES = 5;
  private static final float TOLERANCE = 1e-5f;

  @TempDir
  Path folder;

  static List<Sample> samples() {
    return PeerNetworks.all();
  }

  private static Optional<PictureSize> size(Shape input) {
    return Optional.of(new PictureSize(input.height(), input.width()));
  }

  private static float[] predict(Backend backend, TrainedNetwork trained, float[] images) {
    try (Model model = backend.compile(trained.network(), Sgd.defaults(), Seed.seed(1))) {
      model.setWeights(trained.weights());
      float[] probabilities = new float[IMAGES * trained.network().classes()];
      model.predict(images, IMAGES, probabilities);
      return probabilities;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itPredictsTheSameOnBothBackends(Sample sample) throws IOException {
    Path file = Peer.save(sample.model(), folder.resolve("theirs.zip"));
    TrainedNetwork imported = Dl4jModelFile.read(file, size(sample.input())).trained();
    float[] images = PeerNetworks.values(IMAGES * sample.input().size(), 99);
    float[] expected =
        Peer.predict(sample.model(), Peer.images(images, IMAGES, sample.input(), sample.layout()));
    assertArrayEquals(expected, predict(new PureJavaBackend(), imported, images), TOLERANCE);
    assertArrayEquals(expected, predict(new Dl4jBackend(), imported, images), TOLERANCE);

    Path ours = folder.resolve("ours.zip");
    AtomicFiles.write(
        ours, Dl4jModelFile.content(imported, Adam.defaults(), Preprocessing.of(sample.input())));
    assertArrayEquals(
        expected,
        Peer.predict(
            Peer.load(ours), Peer.images(images, IMAGES, sample.input(), Peer.Layout.NCHW)),
        TOLERANCE);
    TrainedNetwork again = Dl4jModelFile.read(ours, size(sample.input())).trained();
    assertEquals(imported.weights().sha256(), again.weights().sha256());
  }
}

package dev.plenum.backend.dl4j.files;

import dev.plenum.backend.dl4j.files.PeerNetworks.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes the models of {@code interchange/src/test/resources/dl4j}, for tests without Deeplearning4j:
 * zips of Deeplearning4j's own, and beside each what it predicts for three images, pixels of {@code
 * new Random(99)} divided by 255. Its argument is the folder.
 */
final class WritePeerFiles {
  private static final int IMAGES = 3;

  private WritePeerFiles() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Map<String, Sample> samples = Map.of(
        "lenet", PeerNetworks.lenet(),
        "channels-last", PeerNetworks.channelsLast(),
        "residual", PeerNetworks.residual(CNN2DFormat.NCHW));
    for (Map.Entry<String, Sample> entry : samples.entrySet()) {
      Sample sample = entry.getValue();
      Peer.save(sample.model(), folder.resolve(entry.getKey() + ".zip"));
      float[] images = PeerNetworks.values(IMAGES * sample.input().size(), 99);
      float[] predictions = Peer.predict(
          sample.model(), Peer.images(images, IMAGES, sample.input(), sample.layout()));
      StringBuilder lines = new StringBuilder();
      for (float prediction : predictions) {
        lines.append(prediction).append('\n');
      }
      Files.writeString(folder.resolve(entry.getKey() + ".predictions.txt"), lines);
    }
    ModelSerializer.addNormalizerToModel(
        folder.resolve("lenet.zip").toFile(), new ImagePreProcessingScaler());
    ModelSerializer.addNormalizerToModel(
        folder.resolve("residual.zip").toFile(),
        new NormalizerStandardize(
            Nd4j.create(new float[] {120, 110, 90}).reshape(1, 3),
            Nd4j.create(new float[] {60, 50, 40}).reshape(1, 3)));
  }
}

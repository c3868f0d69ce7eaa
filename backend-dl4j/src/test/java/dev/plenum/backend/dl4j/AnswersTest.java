package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.Answer;
import dev.plenum.predictor.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deeplearning4j's bits depend on how many images are computed at once, so a predictor computes them one by
 * one: each answer has the same bits as alone.
 */
class AnswersTest {
  private static final Sequential NETWORK = Sequential.of(
      Shape.of(12, 12, 1),
      Conv2D.of(6, 3).activation(Activation.RELU),
      Flatten.instance(),
      Dense.of(64).activation(Activation.RELU),
      Dense.of(3).activation(Activation.SOFTMAX));

  @TempDir
  private Path folder;

  private Path model(Backend backend) throws IOException {
    Path file = folder.resolve(backend.name() + ".plenum");
    try (Model model = backend.compile(NETWORK, Sgd.defaults(), Seed.seed(1))) {
      ModelFile.write(
          file,
          SavedModel.of(
              model,
              Preprocessing.of(NETWORK.input()),
              List.of("circle", "square", "star"),
              JsonObject.empty()));
    }
    return file;
  }

  private static byte[] picture(int number) {
    byte[] pixels = new byte[12 * 12];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * i * (number + 3) % 251);
    }
    return pixels;
  }

  private void assertSameBits(Backend backend) throws IOException {
    try (Predictor predictor = Predictor.of(model(backend)).open(backend)) {
      List<List<Float>> alone = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        alone.add(predictor.classify(NETWORK.input(), picture(i)).probabilities());
      }
      List<CompletableFuture<Answer>> together = IntStream.range(0, 40)
          .mapToObj(i -> predictor.classifyAsync(NETWORK.input(), picture(i)))
          .toList();
      for (int i = 0; i < 40; i++) {
        assertEquals(alone.get(i), together.get(i).join().probabilities());
      }
      assertEquals(80, predictor.statistics().batches());
    }
  }

  @Test
  void anAnswerHasTheSameBitsAsAlone() throws IOException {
    assertSameBits(new Dl4jBackend());
    assertSameBits(new Dl4jNnBackend());
  }
}

package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorTest {
  private static final Backend BACKEND = Backends.get("purejava");

  @TempDir
  private Path folder;

  @Test
  void aPictureHasTheSameAnswerHoweverItComes() throws IOException {
    byte[] png = Samples.png(1);
    Path file = Files.write(folder.resolve("picture.png"), png);
    try (Predictor predictor = Predictor.of(Samples.model(folder, 1)).open(BACKEND)) {
      String bits = Samples.bits(predictor.classify(file));
      assertEquals(bits, Samples.bits(predictor.classify(png)));
      assertEquals(bits, Samples.bits(predictor.classify(new ByteArrayInputStream(png))));
      assertEquals(bits, Samples.bits(predictor.classify(Samples.picture(1, 12, 12))));
      byte[] pixels = predictor.classify(png).seen().pixels();
      assertEquals(bits, Samples.bits(predictor.classify(Samples.INPUT, pixels)));
      assertEquals(bits, Samples.bits(predictor.classifyAsync(file).join()));
      assertEquals(bits, Samples.bits(predictor.classifyAsync(png).join()));
      assertEquals(
          bits,
          Samples.bits(predictor.classifyAsync(new ByteArrayInputStream(png)).join()));
      assertEquals(
          bits, Samples.bits(predictor.classifyAsync(Samples.picture(1, 12, 12)).join()));
      assertEquals(
          bits, Samples.bits(predictor.classifyAsync(Samples.INPUT, pixels).join()));
    }
  }
}

package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  @TempDir
  private Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("checkpoint-1.plenum");
  }

  /** Numbers whose digits are hard to write, or that JSON does not have. */
  static Checkpoint sample() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", 0.1 + 0.2);
    metrics.put("val_loss", Double.NaN);
    metrics.put("val_accuracy", Double.NEGATIVE_INFINITY);
    History history = new History(List.of(new EpochRecord(0, metrics, 1 / 3.0)));
    Map<String, Callback.State> callbacks = new LinkedHashMap<>();
    callbacks.put(
        "ReduceLROnPlateau",
        new Callback.State(Map.of("best", Double.MIN_VALUE, "wait", 2.0), NamedTensors.empty()));
    callbacks.put(
        "BatchDigest",
        new Callback.State(
            Map.of(), new NamedTensors(Map.of("dense/digest", new Tensor(Shape.of(2), new float[] {
              -0.0f, Float.MIN_VALUE
            })))));
    return new Checkpoint(
        Samples.tiny(),
        new CheckpointSubject(-7, 86, "ab12", JsonObject.empty().withTexts("callbacks", List.of())),
        new TrainingPosition(1, 3, Math.nextUp(5.0), 4, 6, 1e300, history),
        callbacks);
  }

  private String refusal() {
    return Refusals.messageOf(InvalidModelFileException.class, () -> CheckpointFile.read(file));
  }

  @Test
  void everythingComesBackWithTheSameBits() throws IOException {
    CheckpointFile.write(file, sample());
    Checkpoint back = CheckpointFile.read(file);
    assertEquals(sample().subject(), back.subject());
    assertEquals(sample().position(), back.position());
    assertEquals(sample().callbacks(), back.callbacks());
    assertEquals(sample().model().weights(), back.model().weights());
    assertEquals(sample().model().optimizerState(), back.model().optimizerState());
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    CheckpointFile.write(file, sample());
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 97) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      refusal();
    }
  }

  @Test
  void everyFlippedByteOfTheTrainingStateIsRefused() throws IOException {
    CheckpointFile.write(file, sample());
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int begin = text.indexOf("\"subject\"");
    for (int i = begin; i < begin + 200; i++) {
      bytes[i] ^= 1;
      Files.write(file, bytes);
      refusal();
      bytes[i] ^= 1;
    }
  }

  @Test
  void aModelFileIsNoCheckpointAndACheckpointNoModel() throws IOException {
    ModelFile.write(file, Samples.tiny());
    assertTrue(refusal().contains("its format is 'plenum-model', not 'plenum-checkpoint'"));
    CheckpointFile.write(file, sample());
    assertTrue(Refusals.messageOf(InvalidModelFileException.class, () -> ModelFile.read(file))
        .contains("its format is 'plenum-checkpoint', not 'plenum-model'"));
  }
}

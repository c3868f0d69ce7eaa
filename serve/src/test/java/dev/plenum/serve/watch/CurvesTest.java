package dev.plenum.serve.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {
  @TempDir
  private Path folder;

  private static Curves ofEpochs(int epochs) {
    Curves curves = new Curves(List.of("loss"));
    for (int i = 0; i < epochs; i++) {
      curves.add(new float[] {i});
    }
    return curves;
  }

  @Test
  void aLongTrainingIsThinnedOutEvenlyAndItsLastEpochIsThere() {
    for (int epochs : new int[] {1, 2, 799, 800, 801, 802, 1601, 10_000, 123_456}) {
      JsonNode json = new ObjectMapper().valueToTree(ofEpochs(epochs).json());
      JsonNode numbers = json.path("epochs");
      int stride = json.path("stride").intValue();
      int size = numbers.size();
      assertTrue(size <= Curves.MOST + 1, epochs + ": " + size);
      assertTrue(size > Math.min(epochs, Curves.MOST / 2) - 1, epochs + ": " + size);
      assertEquals(epochs, numbers.path(size - 1).intValue());
      JsonNode values = json.path("values").path("loss");
      for (int i = 0; i < size; i++) {
        boolean isLast = i == size - 1;
        int number = numbers.path(i).intValue();
        assertTrue(isLast || number == i * stride + 1, epochs + ": " + numbers);
        assertEquals(number - 1, values.path(i).doubleValue());
      }
    }
  }

  @Test
  void withoutEpochsThereIsNothing() {
    assertEquals(List.of(), ofEpochs(0).json().get("epochs"));
    assertEquals(Map.of(), ofEpochs(0).last());
  }

  @Test
  void whatIsNoNumberIsNull() {
    Curves curves = new Curves(List.of("loss", "accuracy"));
    curves.add(new float[] {Float.NaN, 0.5f});
    assertEquals(
        Map.of("loss", Arrays.asList((Object) null), "accuracy", List.of(0.5f)),
        curves.json().get("values"));
    assertEquals(Map.of("accuracy", 0.5f), curves.last());
  }

  @Test
  void aFileIsFollowedLineByLine() throws IOException {
    Path file = folder.resolve("epochs.csv");
    Files.writeString(file, "epoch,loss,val_loss,seconds\n1,0.5,,2.0\n2,0.2");
    EpochsFile epochs = new EpochsFile(file);
    assertTrue(epochs.update());
    assertEquals(1, epochs.curves().epochs());
    assertEquals(Map.of("loss", 0.5f, "seconds", 2f), epochs.curves().last());
    assertFalse(epochs.update());
    Files.writeString(file, "5,0.75,2.5\n", StandardOpenOption.APPEND);
    assertTrue(epochs.update());
    assertEquals(
        Map.of("loss", 0.25f, "val_loss", 0.75f, "seconds", 2.5f),
        epochs.curves().last());
    Path resumed = folder.resolve("fresh");
    Files.writeString(
        resumed, "epoch,loss,val_loss,seconds\n1,0.5,,2.0\n2,0.25,0.75,2.5\n3,1,2,3\n");
    Files.move(resumed, file, StandardCopyOption.REPLACE_EXISTING);
    assertTrue(epochs.update());
    assertEquals(3, epochs.curves().epochs());
    assertEquals(
        Map.of("loss", 1f, "val_loss", 2f, "seconds", 3f), epochs.curves().last());
  }
}

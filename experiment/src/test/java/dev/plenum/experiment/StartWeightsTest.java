package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartWeightsTest {
  private static final StartWeights START =
      new StartWeights("base.plenum", tensors(Map.of("a/kernel", 1f)));

  private static NamedTensors tensors(Map<String, Float> values) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> tensors.put(name, new Tensor(Shape.of(1), new float[] {value})));
    return new NamedTensors(tensors);
  }

  @Test
  void takeThePlaceOfOthersOfTheirNamesInTheOthersOrder() {
    Map<String, Float> others = new LinkedHashMap<>();
    others.put("a/bias", 5f);
    others.put("a/kernel", 6f);
    others.put("b/kernel", 7f);
    NamedTensors all = START.over(tensors(others));
    assertEquals(List.of("a/bias", "a/kernel", "b/kernel"), all.names());
    assertEquals(5f, all.get("a/bias").get(0));
    assertEquals(1f, all.get("a/kernel").get(0));
    assertEquals(7f, all.get("b/kernel").get(0));
  }

  @Test
  void areDescribedByTheirSourceAndTheirDigest() {
    assertEquals("base.plenum", START.describe().get("source"));
    assertEquals(START.weights().sha256(), START.describe().get("sha256"));
    StartWeights other = new StartWeights("base.plenum", tensors(Map.of("a/kernel", 2f)));
    assertNotEquals(START.describe(), other.describe());
  }
}

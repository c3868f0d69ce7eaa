package dev.plenum.api.tensor;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.network.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedTensorsTest {
  private static final Tensor KERNEL = tensor(1, 2);
  private static final Tensor BIAS = tensor(3);

  @Test
  void keepItsOrderAndAreNotChangedThroughTheMap() {
    Map<String, Tensor> map = new LinkedHashMap<>();
    map.put("z", KERNEL);
    map.put("a", BIAS);
    NamedTensors tensors = new NamedTensors(map);
    map.clear();
    assertEquals(List.of("z", "a"), tensors.names());
    assertThrows(UnsupportedOperationException.class, () -> tensors.byName().remove("z"));
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertRefused(() -> two("k", "b").get("kernel"), "'kernel'", "[k, b]");
  }

  @Test
  void theDigestIsOverLittleEndianFloatsInOrder() {
    // The SHA-256 of 00 00 80 3f 00 00 00 40 00 00 40 40, which are 1, 2 and 3.
    assertEquals(
        "8e628779e6a74ee0b36991c10158f63cafec7d340ad4e075592502c8708524dd",
        two("k", "b").sha256());
    assertEquals(two("k", "b").sha256(), two("x", "y").sha256());
    assertNotEquals(two("k", "b").sha256(), reversed().sha256());
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        NamedTensors.empty().sha256());
  }

  @Test
  void equalTensorsOfEqualNamesAreEqual() {
    assertEquals(two("k", "b"), two("k", "b"));
    assertNotEquals(two("k", "b"), two("k", "c"));
  }

  @Test
  void theSameNamesAndShapesFit() {
    assertDoesNotThrow(() -> two("k", "b").requireSameStructure(two("k", "b"), "weights"));
    assertDoesNotThrow(() -> reversed().requireSameStructure(two("k", "b"), "weights"));
  }

  @Test
  void otherNamesOrShapesDoNotFit() {
    assertRefused(
        () -> two("k", "c").requireSameStructure(two("k", "b"), "weights"),
        "weights",
        "[k, b]",
        "[k, c]");
    assertRefused(
        () -> NamedTensors.empty().requireSameStructure(two("k", "b"), "slots"), "slots", "[]");
    NamedTensors other = new NamedTensors(Map.of("k", tensor(1), "b", BIAS));
    assertRefused(() -> other.requireSameStructure(two("k", "b"), "weights"), "'k'", "(2)", "(1)");
  }

  private static NamedTensors two(String kernel, String bias) {
    Map<String, Tensor> map = new LinkedHashMap<>();
    map.put(kernel, KERNEL);
    map.put(bias, BIAS);
    return new NamedTensors(map);
  }

  private static NamedTensors reversed() {
    Map<String, Tensor> map = new LinkedHashMap<>();
    map.put("b", BIAS);
    map.put("k", KERNEL);
    return new NamedTensors(map);
  }

  private static Tensor tensor(float... values) {
    return new Tensor(Shape.of(values.length), values);
  }
}

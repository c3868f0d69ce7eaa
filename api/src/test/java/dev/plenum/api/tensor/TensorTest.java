package dev.plenum.api.tensor;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.network.Shape;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Shape SHAPE = Shape.of(2, 3);

  @Test
  void cannotBeChangedFromOutside() {
    float[] values = {1, 2, 3, 4, 5, 6};
    Tensor tensor = new Tensor(SHAPE, values);
    values[0] = 9;
    tensor.toArray()[1] = 9;
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, tensor.toArray());
    assertEquals(6, tensor.get(5));
  }

  @Test
  void equalShapesAndValuesMakeEqualTensors() {
    Tensor tensor = new Tensor(SHAPE, new float[] {1, 2, 3, 4, 5, Float.NaN});
    Tensor same = new Tensor(SHAPE, new float[] {1, 2, 3, 4, 5, Float.NaN});
    assertEquals(tensor, same);
    assertEquals(tensor.hashCode(), same.hashCode());
    assertNotEquals(tensor.hashCode(), new Tensor(SHAPE, new float[6]).hashCode());
    assertNotEquals(tensor, new Tensor(Shape.of(3, 2), tensor.toArray()));
    assertNotEquals(tensor, new Tensor(SHAPE, new float[6]));
    assertNotEquals(
        new Tensor(Shape.of(1), new float[] {0f}), new Tensor(Shape.of(1), new float[] {-0f}));
  }

  @Test
  void anotherNumberOfValuesIsRefused() {
    assertRefused(() -> new Tensor(SHAPE, new float[5]), "(2, 3)", "6 elements", "5 values");
  }

  @Test
  void printsItsShape() {
    assertEquals("Tensor(2, 3)", new Tensor(SHAPE, new float[6]).toString());
  }
}

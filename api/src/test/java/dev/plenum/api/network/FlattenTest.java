package dev.plenum.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlattenTest {
  @Test
  void makesAVectorOfAllElements() {
    assertEquals(Shape.of(1960), Flatten.instance().outputShape(Shape.of(14, 14, 10)));
    assertEquals(Shape.of(7), Flatten.instance().outputShape(Shape.of(7)));
  }

  @Test
  void hasNothingToChooseAndNothingToTrain() {
    assertEquals(new Flatten(), Flatten.instance());
    assertEquals(List.of(), Flatten.instance().parameters(Shape.of(2, 2, 2)));
  }
}

package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void theEmbeddedDigitsAreThereByName() throws IOException {
    DatasetSource digits = Datasets.digits();
    TrainTest data = digits.load();

    assertEquals("digits", digits.name());
    assertEquals("digits", data.name());
    assertEquals(10_000, data.train().size());
    assertEquals(2_000, data.test().size());
    assertEquals(Shape.of(28, 28, 1), data.train().imageShape());
  }
}

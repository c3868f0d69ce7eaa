package dev.plenum.interchange.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphOrderTest {

  @Test
  void layersInALineStayInIt() {
    assertEquals(List.of(0, 1, 2), GraphOrder.of(List.of(List.of(-1), List.of(0), List.of(1))));
  }

  /**
   * The stem, the shortcut's convolution, then the main branch's three layers, their sum: Keras lists
   * the shortcut where it is as far from the output as it.
   */
  @Test
  void aShortBranchComesWhereItIsNeeded() {
    List<List<Integer>> reads =
        List.of(List.of(-1), List.of(0), List.of(0), List.of(2), List.of(3), List.of(4, 1));
    assertEquals(List.of(0, 2, 3, 4, 1, 5), GraphOrder.of(reads));
  }

  @Test
  void ofLayersEquallyFarTheOneThatIsReadFirstComesFirst() {
    assertEquals(List.of(1, 0, 2), GraphOrder.of(List.of(List.of(-1), List.of(-1), List.of(1, 0))));
    assertEquals(List.of(0, 1, 2), GraphOrder.of(List.of(List.of(-1), List.of(-1), List.of(0, 1))));
  }
}

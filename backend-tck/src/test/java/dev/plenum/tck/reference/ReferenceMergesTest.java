package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Merges against results worked out by hand. */
class ReferenceMergesTest {
  private static final double[] FIRST = {1, 2, 3, 4};
  private static final double[] SECOND = {5, 2, -1, 10};
  private static final double[] GRADIENT = {1, 10, 100, 1000};

  private static SampleMerge merge(MergeSpec spec, Shape... inputs) {
    return (SampleMerge) ReferenceMerges.of(Placed.merge(spec, inputs), spec);
  }

  /** Of two images of two pixels with two channels. */
  private static void assertMerge(
      MergeSpec spec, double[] merged, double[] toFirst, double[] toSecond) {
    SampleMerge merge = merge(spec, Shape.of(1, 2, 2), Shape.of(1, 2, 2));
    assertArrayEquals(merged, merge.merge(List.of(FIRST, SECOND)));
    List<double[]> gradients = merge.split(List.of(FIRST, SECOND), GRADIENT);
    assertEquals(2, gradients.size());
    assertArrayEquals(toFirst, gradients.get(0));
    assertArrayEquals(toSecond, gradients.get(1));
  }

  @Test
  void addPassesTheGradientToAll() {
    assertMerge(new Add(), new double[] {6, 4, 2, 14}, GRADIENT, GRADIENT);
  }

  @Test
  void averagePassesItsShareToAll() {
    double[] half = {0.5, 5, 50, 500};
    assertMerge(new Average(), new double[] {3, 2, 1, 7}, half, half);
  }

  @Test
  void maximumPassesTheGradientToTheFirstOfTheLargest() {
    assertMerge(
        new Maximum(), new double[] {5, 2, 3, 10}, new double[] {0, 10, 100, 0}, new double[] {
          1, 0, 0, 1000
        });
  }

  @Test
  void maximumOfANumberAndNoNumberIsNone() {
    SampleMerge merge = merge(new Maximum(), Shape.of(2), Shape.of(2));
    double[] y = merge.merge(List.of(new double[] {1, Double.NaN}, new double[] {Double.NaN, 2}));
    assertTrue(Double.isNaN(y[0]) && Double.isNaN(y[1]));
  }

  @Test
  void multiplyPassesTheGradientTimesTheOthers() {
    assertMerge(
        new Multiply(),
        new double[] {5, 4, -3, 40},
        new double[] {5, 20, -100, 10000},
        new double[] {1, 20, 300, 4000});
  }

  @Test
  void onePixelScalesChannelsAndGetsTheSumOfTheirGradients() {
    SampleMerge merge = merge(new Multiply(), Shape.of(1, 1, 2), Shape.of(1, 2, 2));
    List<double[]> x = List.of(new double[] {2, 3}, FIRST);
    assertArrayEquals(new double[] {2, 6, 6, 12}, merge.merge(x));
    assertArrayEquals(new double[] {301, 4020}, merge.split(x, GRADIENT).get(0));
    assertArrayEquals(new double[] {2, 30, 200, 3000}, merge.split(x, GRADIENT).get(1));
  }

  @Test
  void concatenatePutsTheChannelsOfEachPixelSideBySide() {
    SampleMerge merge = merge(new Concatenate(), Shape.of(1, 2, 2), Shape.of(1, 2, 1));
    List<double[]> x = List.of(FIRST, new double[] {8, 9});
    assertArrayEquals(new double[] {1, 2, 8, 3, 4, 9}, merge.merge(x));
    List<double[]> gradients = merge.split(x, new double[] {1, 2, 3, 4, 5, 6});
    assertArrayEquals(new double[] {1, 2, 4, 5}, gradients.get(0));
    assertArrayEquals(new double[] {3, 6}, gradients.get(1));
  }

  @Test
  void marginOfAMaximumIsTheSmallestLead() {
    SampleMerge merge = merge(new Maximum(), Shape.of(4), Shape.of(4));
    assertEquals(0.4, merge.margin(List.of(FIRST, SECOND)), 1e-15);
  }
}

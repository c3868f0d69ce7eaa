package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceFormulaTest {
  private static final double STEP = 1e-6;

  private static List<Term> dense(Dense layer, Formula.Input input) {
    List<Term> kernel = input.array("kernel");
    return IntStream.range(0, layer.units())
        .mapToObj(unit -> IntStream.range(0, input.image().size())
            .mapToObj(i -> input.image().get(i).times(kernel.get(i * layer.units() + unit)))
            .reduce(Term::plus)
            .orElseThrow())
        .toList();
  }

  /** exp(a) / sqrt(a · b + 3) + a · 2, of two channels. */
  private static List<Term> everyOperation(Object layer, Formula.Input input) {
    List<Term> pixel = input.pixelOf(0);
    Term a = pixel.get(0);
    Term b = pixel.get(1);
    return List.of(a.exp().over(a.times(b).plus(3).sqrt()).plus(a.times(2)));
  }

  @Test
  void aFormulaGivesTheGradientsThatTheReferenceOfADenseLayerHasByHand() {
    PlacedLayer placed = Placed.layer(0, Dense.of(2), Shape.of(3));
    ReferenceFormula<Dense> formula =
        new ReferenceFormula<>(placed, Dense.of(2), ReferenceFormulaTest::dense);
    ReferenceDense byHand = new ReferenceDense(Parameter.of(placed, "kernel"));
    double[] kernel = {0.5, -1, 2, 0.25, -3, 1.5};
    assertEquals(1, formula.parameters().size());
    for (ReferenceLayer layer : new ReferenceLayer[] {formula, byHand}) {
      System.arraycopy(kernel, 0, layer.parameters().get(0).values, 0, kernel.length);
    }
    double[] x = {1, -2, 0.5};
    double[] dy = {0.75, -4};
    assertArrayEquals(
        byHand.forward(x, Pass.predicting()), formula.forward(x, Pass.predicting()), 1e-15);
    for (int samples = 0; samples < 2; samples++) { // which add up
      assertArrayEquals(
          byHand.backward(x, dy, Pass.training(0)),
          formula.backward(x, dy, Pass.training(0)),
          1e-15);
      assertArrayEquals(
          byHand.parameters().get(0).gradient, formula.parameters().get(0).gradient, 1e-15);
    }
  }

  @Test
  void everyOperationHasTheDerivativeOfItsCentralDifference() {
    PlacedLayer placed = Placed.layer(0, Dense.of(1), Shape.of(2));
    ReferenceFormula<Object> formula =
        new ReferenceFormula<>(placed, new Object(), ReferenceFormulaTest::everyOperation);
    double[] x = {0.8, -1.5};
    assertEquals(
        Math.exp(0.8) / Math.sqrt(1.8) + 1.6, formula.forward(x, Pass.predicting())[0], 1e-14);
    double[] gradient = formula.backward(x, new double[] {1}, Pass.predicting());
    for (int i = 0; i < x.length; i++) {
      double[] more = Arrays.copyOf(x, x.length);
      double[] less = Arrays.copyOf(x, x.length);
      more[i] += STEP;
      less[i] -= STEP;
      double difference =
          formula.forward(more, Pass.predicting())[0] - formula.forward(less, Pass.predicting())[0];
      assertEquals(difference / (2 * STEP), gradient[i], 1e-8);
    }
  }
}

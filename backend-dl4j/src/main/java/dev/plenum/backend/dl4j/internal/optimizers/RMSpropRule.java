package dev.plenum.backend.dl4j.internal.optimizers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.divide;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.sqrt;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtract;

import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.backend.dl4j.internal.engine.Scaling;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** See {@link RMSprop}. */
final class RMSpropRule implements UpdateRule {
  private final Scaling timesLearningRate;
  private final List<Runnable> operations = new ArrayList<>();

  RMSpropRule(RMSprop spec, OptimizerArrays arrays) {
    INDArray w = arrays.values();
    INDArray g = arrays.gradient();
    INDArray v = arrays.slot("v");
    INDArray s = arrays.scratch();
    timesLearningRate = new Scaling(s, 1, s);
    // v ← ρ v + (1 − ρ) g²
    operations.addAll(List.of(
        multiply(g, g, s),
        multiply(s, 1 - spec.rho(), s),
        multiply(v, spec.rho(), v),
        add(v, s, v)));
    if (spec.centered()) {
      // a ← ρ a + (1 − ρ) g,  s = v − a²
      INDArray a = arrays.slot("a");
      operations.addAll(List.of(
          multiply(g, 1 - spec.rho(), s),
          multiply(a, spec.rho(), a),
          add(a, s, a),
          multiply(a, a, s),
          subtract(v, s, s),
          add(s, spec.epsilon(), s)));
    } else {
      operations.add(add(v, spec.epsilon(), s));
    }
    // lr · g / √(s + ε)
    operations.addAll(List.of(sqrt(s, s), divide(g, s, s), timesLearningRate));
    if (spec.momentum() > 0) {
      // b ← μ b + lr · d,  w ← w − b
      INDArray b = arrays.slot("b");
      operations.addAll(List.of(multiply(b, spec.momentum(), b), add(b, s, b), subtract(w, b, w)));
    } else {
      operations.add(subtract(w, s, w));
    }
  }

  @Override
  public void update(double learningRate, long iteration) {
    timesLearningRate.setFactor(learningRate);
    operations.forEach(Runnable::run);
  }
}

package dev.plenum.backend.dl4j.internal.optimizers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.divide;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.sqrt;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtract;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.backend.dl4j.internal.engine.Scaling;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** See {@link Adam}. */
final class AdamRule implements UpdateRule {
  private final Adam spec;
  private final Scaling timesAlpha;
  private final List<Runnable> operations;

  AdamRule(Adam spec, OptimizerArrays arrays) {
    this.spec = spec;
    INDArray w = arrays.values();
    INDArray g = arrays.gradient();
    INDArray m = arrays.slot("m");
    INDArray v = arrays.slot("v");
    INDArray s = arrays.scratch();
    timesAlpha = new Scaling(s, 1, s);
    operations = List.of(
        // m ← m + (1 − β₁)(g − m)
        subtract(g, m, s),
        multiply(s, 1 - spec.beta1(), s),
        add(m, s, m),
        // v ← v + (1 − β₂)(g² − v)
        multiply(g, g, s),
        subtract(s, v, s),
        multiply(s, 1 - spec.beta2(), s),
        add(v, s, v),
        // w ← w − α · m / (√v + ε)
        sqrt(v, s),
        add(s, spec.epsilon(), s),
        divide(m, s, s),
        timesAlpha,
        subtract(w, s, w));
  }

  @Override
  public void update(double learningRate, long iteration) {
    double correction1 = 1 - StrictMath.pow(spec.beta1(), (double) iteration);
    double correction2 = 1 - StrictMath.pow(spec.beta2(), (double) iteration);
    timesAlpha.setFactor(learningRate * Math.sqrt(correction2) / correction1);
    operations.forEach(Runnable::run);
  }
}

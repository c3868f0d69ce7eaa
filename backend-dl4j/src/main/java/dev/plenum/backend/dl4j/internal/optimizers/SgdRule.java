package dev.plenum.backend.dl4j.internal.optimizers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtract;

import dev.plenum.api.optimizer.Sgd;
import dev.plenum.backend.dl4j.internal.engine.Scaling;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** See {@link Sgd}. */
final class SgdRule implements UpdateRule {
  private final Scaling stepSize;
  private final List<Runnable> operations = new ArrayList<>();

  SgdRule(Sgd spec, OptimizerArrays arrays) {
    INDArray w = arrays.values();
    INDArray s = arrays.scratch();
    stepSize = new Scaling(arrays.gradient(), 1, s);
    operations.add(stepSize); // s = lr · g
    if (spec.momentum() > 0) {
      // u ← μ u − s
      INDArray u = arrays.slot("u");
      operations.add(multiply(u, spec.momentum(), u));
      operations.add(subtract(u, s, u));
      if (!spec.nesterov()) {
        operations.add(add(w, u, w));
        return;
      }
      // w ← w + μ u − s
      operations.add(subtract(w, s, w));
      operations.add(multiply(u, spec.momentum(), s));
      operations.add(add(w, s, w));
    } else {
      operations.add(subtract(w, s, w));
    }
  }

  @Override
  public void update(double learningRate, long iteration) {
    stepSize.setFactor(learningRate);
    operations.forEach(Runnable::run);
  }
}

package dev.plenum.backend.dl4j.internal.optimizers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.sign;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What regularizers add to gradients: l1 · sign(w) + 2 · l2 · w. */
final class Regularization {
  private Regularization() {}

  static List<Runnable> of(List<TrainedParameter> parameters, OptimizerArrays arrays) {
    List<Runnable> operations = new ArrayList<>();
    for (TrainedParameter parameter : parameters) {
      INDArray w = parameter.values();
      INDArray g = parameter.gradient();
      INDArray s = parameter.in(arrays.scratch());
      double l1 = parameter.regularizer().l1();
      double l2 = parameter.regularizer().l2();
      if (l1 > 0) {
        operations.addAll(List.of(sign(w, s), multiply(s, l1, s), add(g, s, g)));
      }
      if (l2 > 0) {
        operations.addAll(List.of(multiply(w, 2 * l2, s), add(g, s, g)));
      }
    }
    return operations;
  }
}

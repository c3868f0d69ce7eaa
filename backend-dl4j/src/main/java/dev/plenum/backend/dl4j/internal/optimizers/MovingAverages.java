package dev.plenum.backend.dl4j.internal.optimizers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.copy;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;

import dev.plenum.api.optimizer.UpdateOptions;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** a ← a · m + w · (1 − m); the first update copies the weights. */
final class MovingAverages {
  private final Runnable first;
  private final List<Runnable> others;

  MovingAverages(double momentum, OptimizerArrays arrays) {
    INDArray w = arrays.changing();
    INDArray a = arrays.slot(UpdateOptions.EMA);
    INDArray s = arrays.allScratch();
    if (w.isEmpty()) {
      first = () -> {};
      others = List.of();
      return;
    }
    first = copy(w, a);
    others = List.of(multiply(a, momentum, a), multiply(w, 1 - momentum, s), add(a, s, a));
  }

  void run(long iteration) {
    if (iteration == 1) {
      first.run();
    } else {
      others.forEach(Runnable::run);
    }
  }
}

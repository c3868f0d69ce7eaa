package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.api.optimizer.Clipping;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.Scaling;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes gradients smaller that are too large. */
final class GradientClipping {
  private GradientClipping() {}

  static Runnable of(Clipping clipping, List<TrainedParameter> parameters) {
    if (parameters.isEmpty()) {
      return () -> {};
    }
    double limit = clipping.limit();
    List<INDArray> gradients =
        parameters.stream().map(TrainedParameter::gradient).toList();
    return switch (clipping.kind()) {
      case NONE -> () -> {};
      case VALUE -> inTurn(gradients.stream().map(g -> Elementwise.clip(g, limit, g)));
      case NORM -> inTurn(gradients.stream().map(g -> byNorm(List.of(g), limit)));
      case GLOBAL_NORM -> byNorm(gradients, limit);
    };
  }

  private static Runnable inTurn(Stream<Runnable> operations) {
    List<Runnable> all = operations.toList();
    return () -> all.forEach(Runnable::run);
  }

  /** Scales arrays so that the norm of all is at most the limit; one that is no number makes all NaN. */
  private static Runnable byNorm(List<INDArray> gradients, double limit) {
    List<Scaling> scalings = gradients.stream().map(g -> new Scaling(g, 1, g)).toList();
    return () -> {
      double norm = norm(gradients);
      if (!(norm <= limit)) {
        scalings.forEach(scaling -> {
          scaling.setFactor(limit / norm);
          scaling.run();
        });
      }
    };
  }

  /** In double precision: ND4J's own was wrong in the fifth digit for a million values. */
  private static double norm(List<INDArray> arrays) {
    double sum = 0;
    for (INDArray array : arrays) {
      for (float value : NativeMemory.toArray(array)) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }
}

package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.api.optimizer.Clipping;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.Scaling;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes gradients smaller that are too large. */
final class GradientClipping {
  private GradientClipping() {}

  static Runnable of(Clipping clipping, List<TrainedParameter> parameters, OptimizerArrays arrays) {
    if (parameters.isEmpty()) {
      return () -> {};
    }
    double limit = clipping.limit();
    INDArray g = arrays.gradient();
    return switch (clipping.kind()) {
      case NONE -> () -> {};
      case VALUE -> Elementwise.clip(g, limit, g);
      case NORM -> {
        List<Runnable> each = parameters.stream()
            .map(parameter -> byNorm(parameter.gradient(), limit))
            .toList();
        yield () -> each.forEach(Runnable::run);
      }
      case GLOBAL_NORM -> byNorm(g, limit);
    };
  }

  /** Scales an array so that its norm is at most the limit; a norm that is no number makes all NaN. */
  private static Runnable byNorm(INDArray gradient, double limit) {
    Scaling scaling = new Scaling(gradient, 1, gradient);
    float[] values = new float[Math.toIntExact(gradient.length())];
    return () -> {
      double norm = norm(gradient, values);
      if (!(norm <= limit)) {
        scaling.setFactor(limit / norm);
        scaling.run();
      }
    };
  }

  /** In double precision: ND4J's own was wrong in the fifth digit for a million values. */
  private static double norm(INDArray array, float[] values) {
    NativeMemory.read(array, values, 0);
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}

package dev.plenum.backend.dl4j.internal.layers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.clip;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.leakyRelu;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.relu;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.step;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtractFrom;

import dev.plenum.api.network.ElementwiseFunction.Rectifier;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The rectifiers: plain, leaky, with a maximum, with a threshold. NaN stays NaN. */
final class Rectification {
  private final Rectifier spec;
  private final Connections connections;
  private final Scratch scratch;

  Rectification(Rectifier spec, Connections connections, Scratch scratch) {
    this.spec = spec;
    this.connections = connections;
    this.scratch = scratch;
  }

  Operations operations() {
    return new Operations(forward(), connections.goesBackward() ? backward() : List.of());
  }

  private boolean hasMaximum() {
    return spec.maxValue() < Double.POSITIVE_INFINITY;
  }

  private List<Runnable> forward() {
    INDArray x = connections.input();
    INDArray y = connections.output();
    List<Runnable> operations = new ArrayList<>();
    if (spec.threshold() == 0) {
      operations.add(bend(x, y));
    } else {
      // s = the threshold where x is not below it, else 0;  y = bend(x − threshold) + s
      INDArray s = scratch.like(y);
      operations.addAll(List.of(
          subtractFrom(spec.threshold(), x, s),
          step(s, s),
          multiply(s, -spec.threshold(), s),
          add(s, spec.threshold(), s),
          add(x, -spec.threshold(), y),
          bend(y, y),
          add(y, s, y)));
    }
    if (hasMaximum()) {
      operations.add(clip(y, Double.NEGATIVE_INFINITY, spec.maxValue(), y));
    }
    return operations;
  }

  private Runnable bend(INDArray x, INDArray y) {
    return spec.negativeSlope() == 0 ? relu(x, y) : leakyRelu(x, spec.negativeSlope(), y);
  }

  private List<Runnable> backward() {
    INDArray y = connections.output();
    List<Runnable> operations = new ArrayList<>();
    if (hasMaximum()) {
      INDArray s = scratch.like(y);
      operations.addAll(List.of(subtractFrom(spec.maxValue(), y, s), step(s, s)));
    }
    operations.add(step(y, y));
    if (spec.negativeSlope() != 0) {
      operations.add(multiply(y, 1 - spec.negativeSlope(), y));
      operations.add(add(y, spec.negativeSlope(), y));
    }
    if (hasMaximum()) {
      operations.add(multiply(y, scratch.like(y), y));
    }
    operations.add(Activations.timesGradient(connections, y));
    return operations;
  }
}

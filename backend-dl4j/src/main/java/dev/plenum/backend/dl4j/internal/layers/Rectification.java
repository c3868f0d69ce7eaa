package dev.plenum.backend.dl4j.internal.layers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.clip;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.leakyRelu;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.relu;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.step;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtract;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtractFrom;

import dev.plenum.api.network.ElementwiseFunction.Rectifier;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The rectifiers: plain, leaky, with a maximum, with a threshold. NaN stays NaN. */
final class Rectification {
  private final Rectifier spec;
  private final Connections connections;
  private final Workplace workplace;

  Rectification(Rectifier spec, Connections connections, Workplace workplace) {
    this.spec = spec;
    this.connections = connections;
    this.workplace = workplace;
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
    if (spec.negativeSlope() == 0) {
      return aboveThreshold();
    } else if (spec.threshold() == 0 && !hasMaximum()) {
      return List.of(leakyRelu(x, spec.negativeSlope(), y));
    }
    INDArray below = workplace.memory().zeros(y.shape()); // slope · max(threshold − x, 0)
    List<Runnable> operations = new ArrayList<>(List.of(
        subtractFrom(spec.threshold(), x, below),
        relu(below, below),
        multiply(below, spec.negativeSlope(), below)));
    operations.addAll(aboveThreshold());
    operations.add(subtract(y, below, y));
    return operations;
  }

  /** What comes of inputs above the threshold; 0 below it. */
  private List<Runnable> aboveThreshold() {
    INDArray x = connections.input();
    INDArray y = connections.output();
    List<Runnable> operations = new ArrayList<>();
    if (spec.threshold() == 0) {
      operations.add(relu(x, y));
    } else {
      // s = the threshold where x is not below it, else 0;  y = max(x − threshold, 0) + s
      INDArray s = workplace.scratch().like(y);
      operations.addAll(List.of(
          subtractFrom(spec.threshold(), x, s),
          step(s, s),
          multiply(s, -spec.threshold(), s),
          add(s, spec.threshold(), s),
          add(x, -spec.threshold(), y),
          relu(y, y),
          add(y, s, y)));
    }
    if (hasMaximum()) {
      operations.add(clip(y, spec.maxValue(), y));
    }
    return operations;
  }

  private List<Runnable> backward() {
    INDArray y = connections.output();
    List<Runnable> operations = new ArrayList<>();
    if (hasMaximum()) {
      INDArray s = workplace.scratch().like(y);
      operations.addAll(List.of(subtractFrom(spec.maxValue(), y, s), step(s, s)));
    }
    operations.add(step(y, y));
    if (spec.negativeSlope() != 0) {
      operations.add(multiply(y, 1 - spec.negativeSlope(), y));
      operations.add(add(y, spec.negativeSlope(), y));
    }
    if (hasMaximum()) {
      operations.add(multiply(y, workplace.scratch().like(y), y));
    }
    operations.add(Activations.timesGradient(connections, y));
    return operations;
  }
}

package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/** Copies the pixels without their border, which is all that flattening is in this layout. */
final class FlattenRun implements LayerRun {
  private final Workers workers;
  private final Phase forward;
  private final Phase backward;
  private final boolean hasInputGradient;

  FlattenRun(Connections connections, Workers workers) {
    this.workers = workers;
    FeatureMaps inputGradient = connections.inputGradient();
    hasInputGradient = inputGradient != null;
    forward = (image, worker) -> connections.output().copyImage(image, connections.input());
    backward = (image, worker) -> {
      if (inputGradient != null) {
        inputGradient.copyImage(image, connections.requireOutputGradient());
      }
    };
  }

  @Override
  public void forward(int count) {
    workers.run(count, forward);
  }

  @Override
  public void backward(int count) {
    if (hasInputGradient) {
      workers.run(count, backward);
    }
  }
}

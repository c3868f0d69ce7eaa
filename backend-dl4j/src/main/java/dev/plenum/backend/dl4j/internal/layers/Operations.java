package dev.plenum.backend.dl4j.internal.layers;

import java.util.List;

/**
 * What can be written down as operations one after another.
 *
 * @param ahead from the inputs to the output
 * @param back from the output's gradient to the others; empty where no gradient is wanted
 */
record Operations(List<Runnable> ahead, List<Runnable> back) implements StepRun {
  static final Operations NONE = new Operations(List.of(), List.of());

  @Override
  public void forward(long step) {
    ahead.forEach(Runnable::run);
  }

  @Override
  public void backward() {
    back.forEach(Runnable::run);
  }
}

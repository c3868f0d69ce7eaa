package dev.plenum.backend.purejava.internal.layers;

import org.jspecify.annotations.Nullable;

/**
 * Copies the pixels without their border, which is all that flattening is in this layout.
 *
 * @param connections what it stands between
 */
record FlattenRun(Connections connections) implements ImageRun {

  @Override
  public void forward(int image, int worker) {
    connections.output().copyImage(image, connections.input(), image);
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients target = connections.inputGradient();
    return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
  }

  private void giveBack(int image, int worker, Gradients target) {
    Gradients source = connections.requireOutputGradient();
    target
        .maps()
        .copyImage(target.place(image, worker), source.maps(), source.place(image, worker));
  }
}

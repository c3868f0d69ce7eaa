package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.random.DropoutMask;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Multiplies by the mask of the step; only in networks that train. */
final class MaskRun implements StepRun {

  /** Which units of an image are dropped. */
  @FunctionalInterface
  interface ImageMask {
    /** Writes what each unit of the image at that position of the batch is multiplied by. */
    void fill(long step, int position, float[] factors);
  }

  private final ImageMask mask;
  private final int count;
  private final int imageSize;
  private final float[] image;
  private final float[] factors;
  private final INDArray factorArray;
  private final Runnable forward;
  private final @Nullable Runnable backward;

  MaskRun(ImageMask mask, Connections connections, NativeMemory memory) {
    this.mask = mask;
    count = connections.count();
    imageSize = Math.toIntExact(connections.input().length() / count);
    image = new float[imageSize];
    factors = new float[Math.multiplyExact(count, imageSize)];
    factorArray = memory.zeros(connections.input().shape());
    forward = Elementwise.multiply(connections.input(), factorArray, connections.output());
    backward = connections.inputGradient() == null
        ? null
        : Elementwise.multiply(
            connections.requireOutputGradient(), factorArray, connections.inputGradient());
  }

  /** Each unit by itself. */
  static ImageMask ofUnits(DropoutMask mask) {
    return (step, position, factors) -> mask.fill(step, position, factors, factors.length);
  }

  /** Whole channels: all pixels have the same factors. */
  static ImageMask ofChannels(DropoutMask mask, int channels) {
    return (step, position, factors) -> {
      mask.fill(step, position, factors, channels);
      for (int i = channels; i < factors.length; i++) {
        factors[i] = factors[i - channels];
      }
    };
  }

  @Override
  public void forward(long step) {
    for (int position = 0; position < count; position++) {
      mask.fill(step, position, image);
      System.arraycopy(image, 0, factors, position * imageSize, imageSize);
    }
    NativeMemory.write(factors, 0, factorArray);
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}

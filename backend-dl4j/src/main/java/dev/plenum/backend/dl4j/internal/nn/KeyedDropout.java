package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dropout with the masks of the api, which count units in h, w, c order. */
@SuppressWarnings("serial") // never serialised
final class KeyedDropout implements IDropout, AutoCloseable {
  private final DropoutMask mask;
  private final Shape shape;
  private final int drawn;
  private final GivenStep step;
  private final float[] image;
  private NativeMemory memory = new NativeMemory();
  private @Nullable INDArray factors;

  private KeyedDropout(DropoutMask mask, Shape shape, int drawn, GivenStep step) {
    this.mask = mask;
    this.shape = shape;
    this.drawn = drawn;
    this.step = step;
    image = new float[shape.size()];
  }

  /** Each unit by itself. */
  static KeyedDropout ofUnits(DropoutMask mask, Shape shape, GivenStep step) {
    return new KeyedDropout(mask, shape, shape.size(), step);
  }

  /** Whole channels: all pixels have the same factors. */
  static KeyedDropout ofChannels(DropoutMask mask, Shape shape, GivenStep step) {
    return new KeyedDropout(mask, shape, shape.channels(), step);
  }

  @Override
  public INDArray applyDropout(
      INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
    int count = Math.toIntExact(input.size(0));
    INDArray target = factorsFor(count);
    float[] all = new float[count * shape.size()];
    for (int position = 0; position < count; position++) {
      mask.fillChannels(step.number(), position, image, image.length, drawn);
      System.arraycopy(image, 0, all, position * image.length, image.length);
    }
    NativeMemory.write(all, 0, target);
    return input.muli(Arrangement.channelsFirst(target), result);
  }

  private INDArray factorsFor(int count) {
    INDArray current = factors;
    if (current == null || current.size(0) != count) {
      memory.close();
      memory = new NativeMemory();
      current = memory.zeros(NativeMemory.batchShape(count, shape.dimensions()));
      factors = current;
    }
    return current;
  }

  @Override
  public INDArray backprop(
      INDArray outputGradient, INDArray inputGradient, int iteration, int epoch) {
    if (factors == null) {
      throw new IllegalStateException("no mask has been drawn yet");
    }
    return outputGradient.muli(Arrangement.channelsFirst(factors), inputGradient);
  }

  /** Masks follow from the step: there is nothing to forget. */
  @Override
  public void clear() {}

  /** This one: copies of a configuration must draw the same masks. */
  @Override
  @SuppressWarnings("MissingSuperCall")
  public KeyedDropout clone() {
    return this;
  }

  @Override
  public void close() {
    memory.close();
  }
}

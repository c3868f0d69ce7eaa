package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Rescaling;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;

/** {@code x · factor + offset}, with a factor and an offset for each channel. */
@SuppressWarnings("serial") // never serialised
final class ScaleAndShift extends BaseActivationFunction {
  private static final int CHANNELS = 1;

  private final float[] factors;
  private final float[] offsets;

  private ScaleAndShift(float[] factors, float[] offsets) {
    this.factors = factors;
    this.offsets = offsets;
  }

  static ScaleAndShift of(Normalization spec) {
    int channels = spec.mean().size();
    float[] factors = new float[channels];
    float[] offsets = new float[channels];
    IntStream.range(0, channels).forEach(channel -> {
      factors[channel] = (float) spec.factor(channel);
      offsets[channel] = (float) spec.offset(channel);
    });
    return new ScaleAndShift(factors, offsets);
  }

  static ScaleAndShift of(Rescaling spec, int channels) {
    float[] factors = new float[channels];
    float[] offsets = new float[channels];
    java.util.Arrays.fill(factors, (float) spec.scale());
    java.util.Arrays.fill(offsets, (float) spec.offset());
    return new ScaleAndShift(factors, offsets);
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    Broadcast.mul(in, Nd4j.createFromArray(factors), in, CHANNELS);
    return Broadcast.add(in, Nd4j.createFromArray(offsets), in, CHANNELS);
  }

  @Override
  public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
    return new Pair<>(Broadcast.mul(epsilon, Nd4j.createFromArray(factors), in, CHANNELS), null);
  }
}

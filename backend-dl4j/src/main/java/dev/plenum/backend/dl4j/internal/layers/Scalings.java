package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Rescaling;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that multiply and add fixed numbers. */
final class Scalings {
  private Scalings() {}

  /** x · scale + offset. */
  static Operations rescaling(Rescaling spec, Connections connections) {
    INDArray y = connections.output();
    return new Operations(
        List.of(
            Elementwise.multiply(connections.input(), spec.scale(), y),
            Elementwise.add(y, spec.offset(), y)),
        connections.goesBackward()
            ? List.of(Elementwise.multiply(
                connections.requireOutputGradient(),
                spec.scale(),
                connections.requireInputGradient()))
            : List.of());
  }

  /** (x − mean) · factor, channel by channel. */
  static Operations normalization(
      Normalization spec, Connections connections, NativeMemory memory) {
    INDArray minusMean = channels(spec, channel -> -spec.mean().get(channel), memory);
    INDArray factor = channels(spec, spec::factor, memory);
    INDArray y = connections.output();
    return new Operations(
        List.of(
            Elementwise.addToChannels(connections.input(), minusMean, y),
            Elementwise.multiply(y, factor, y)),
        connections.goesBackward()
            ? List.of(Activations.timesGradient(connections, factor))
            : List.of());
  }

  private static INDArray channels(
      Normalization spec, IntToDoubleFunction value, NativeMemory memory) {
    float[] values = new float[spec.mean().size()];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = (float) value.applyAsDouble(channel);
    }
    INDArray array = memory.zeros(values.length);
    NativeMemory.write(values, 0, array);
    return array;
  }
}

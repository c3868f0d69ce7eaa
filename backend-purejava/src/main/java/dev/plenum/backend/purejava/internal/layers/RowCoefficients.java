package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * A value for each channel, repeated for every pixel of a row, so that kernels can run over whole rows
 * whatever the number of channels.
 */
final class RowCoefficients {
  private final int channels;
  private final int size;
  private final float[] values;

  /** Zeros for the rows of these maps. */
  RowCoefficients(FeatureMaps maps) {
    channels = maps.channels();
    size = maps.rowSize();
    values = Aligned.array(size);
  }

  /** The row, from {@link Aligned#START}. */
  float[] values() {
    return values;
  }

  /** The number of channels. */
  int channels() {
    return channels;
  }

  /** Sets the value of one channel. */
  void set(int channel, double value) {
    float rounded = (float) value;
    for (int i = Aligned.START + channel; i < Aligned.START + size; i += channels) {
      values[i] = rounded;
    }
  }
}

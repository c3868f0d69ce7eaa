package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;

/**
 * A convolutional layer's parts, and its outputs, some rows at a time: sums, bias and activation.
 *
 * @param geometry where its windows lie on the input
 * @param kernel [kernel row][kernel column][input channel][padded output]
 * @param bias a value for each output
 * @param activation what is applied to the sums
 * @param convolution makes the sums
 */
record ConvForward(
    ConvGeometry geometry,
    Parameter kernel,
    Parameter bias,
    ActivationFunction activation,
    Convolution convolution) {

  ConvForward(
      ConvGeometry geometry,
      FeatureMaps input,
      Parameter kernel,
      Parameter bias,
      ActivationFunction activation,
      Workers workers) {
    this(
        geometry,
        kernel,
        bias,
        activation,
        Convolution.of(geometry, input, kernel.values(), kernel.columns(), bias.values(), workers));
  }

  /** See {@link Convolution#bandRows}. */
  int bandRows() {
    return convolution.bandRows();
  }

  /** See {@link Convolution#rowLength}. */
  int rowLength() {
    return convolution.rowLength();
  }

  /** See {@link Convolution#windowStep}. */
  int windowStep() {
    return convolution.windowStep();
  }

  /** See {@link Convolution#prepare}. */
  void prepare() {
    convolution.prepare();
  }

  /** See {@link Convolution#sum}. */
  void compute(int image, int row, int worker, float[] outputs, int offset) {
    convolution.sum(image, row, worker, outputs, offset);
    activation.apply(outputs, offset, offset + bandRows() * rowLength());
  }
}

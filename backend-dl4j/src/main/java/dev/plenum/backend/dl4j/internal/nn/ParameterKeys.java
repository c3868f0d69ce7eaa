package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.spi.StoredParameter;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What Deeplearning4j calls a parameter, and how it lays it out. */
final class ParameterKeys {
  private ParameterKeys() {}

  /** The key within its layer. */
  static String of(StoredParameter parameter) {
    return switch (parameter.spec().name()) {
      case "bias" -> DefaultParamInitializer.BIAS_KEY;
      case "pointwise_kernel" -> SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY;
      case "gamma" -> BatchNormalizationParamInitializer.GAMMA;
      case "beta" -> BatchNormalizationParamInitializer.BETA;
      case "moving_mean" -> BatchNormalizationParamInitializer.GLOBAL_MEAN;
      case "moving_variance" -> BatchNormalizationParamInitializer.GLOBAL_VAR;
      default -> DefaultParamInitializer.WEIGHT_KEY;
    };
  }

  /**
   * A view with Keras's axes. Most kernels are (out, in, kh, kw) there; those of depthwise convolutions
   * (kh, kw, in, multiplier) and of dense layers (in, out) are Keras's.
   */
  static INDArray inKerasOrder(INDArray array, StoredParameter parameter) {
    if (parameter.spec().shape().rank() == 1) {
      return array.reshape(array.length());
    }
    boolean outputsFirst = parameter.layer().spec() instanceof Conv2D
        || parameter.layer().spec() instanceof SeparableConv2D;
    return outputsFirst ? array.permute(2, 3, 1, 0) : array;
  }
}

package dev.plenum.api.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Normalises each channel (Ioffe and Szegedy, 2015), by Keras's formulas. While training, with the mean
 * and the biased variance of the channel over the batch and all its pixels:
 *
 * <pre>
 * y ← gamma · (x − mean) / √(variance + epsilon) + beta
 * moving_mean ← moving_mean · momentum + mean · (1 − momentum)
 * moving_variance ← moving_variance · momentum + variance · (1 − momentum)
 * </pre>
 *
 * When predicting, and where the layer is frozen, the moving statistics stand for the batch's. At the
 * start gamma is 1, beta 0, the moving mean 0 and the moving variance 1.
 *
 * @param momentum in [0, 1)
 * @param epsilon greater than 0
 * @param center whether there is a beta
 * @param scale whether there is a gamma
 */
public record BatchNormalization(double momentum, double epsilon, boolean center, boolean scale)
    implements LayerSpec {

  /**
   * Checks the values.
   *
   * @param momentum in [0, 1)
   * @param epsilon greater than 0 and finite
   * @param center whether there is a beta
   * @param scale whether there is a gamma
   * @throws InvalidNetworkException if the momentum is not in [0, 1), or epsilon is not greater than 0
   */
  public BatchNormalization {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new InvalidNetworkException(
          "BatchNormalization: the momentum must be at least 0 and less than 1, found " + momentum);
    }
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException(
          "BatchNormalization: epsilon must be greater than 0, found " + epsilon);
    }
  }

  /** {@return a layer with Keras's defaults: momentum 0.99, epsilon 0.001, with gamma and beta} */
  public static BatchNormalization defaults() {
    return new BatchNormalization(0.99, 1e-3, true, true);
  }

  /**
   * {@return the same layer with this momentum}
   *
   * @param momentum the share of the moving statistics that a step keeps, in [0, 1)
   */
  public BatchNormalization momentum(double momentum) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  /**
   * {@return the same layer with this epsilon}
   *
   * @param epsilon is added to the variance; greater than 0
   */
  public BatchNormalization epsilon(double epsilon) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  /**
   * {@return the same layer with a beta or without}
   *
   * @param center whether there is a beta, which is added to what is normalised
   */
  public BatchNormalization center(boolean center) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  /**
   * {@return the same layer with a gamma or without}
   *
   * @param scale whether there is a gamma, which multiplies what is normalised
   */
  public BatchNormalization scale(boolean scale) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  @Override
  public String type() {
    return "BatchNormalization";
  }

  @Override
  public String namePrefix() {
    return "batch_normalization";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int channels = input.lastDimension();
    List<ParameterSpec> parameters = new ArrayList<>();
    if (scale) {
      parameters.add(ParameterSpec.trained("gamma", channels, Constant.ONES));
    }
    if (center) {
      parameters.add(ParameterSpec.trained("beta", channels, Constant.ZEROS));
    }
    parameters.add(ParameterSpec.state("moving_mean", channels, Constant.ZEROS));
    parameters.add(ParameterSpec.state("moving_variance", channels, Constant.ONES));
    return List.copyOf(parameters);
  }
}

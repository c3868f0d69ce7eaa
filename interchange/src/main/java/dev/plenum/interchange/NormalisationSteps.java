package dev.plenum.interchange;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.SavedNormalisation;
import java.util.Optional;

/**
 * A saved normalisation as arithmetic, for engines that do not know it by name. The steps are taken in
 * the order of the components.
 *
 * @param rescale what all values are multiplied by, greater than 0
 * @param samplewiseCenter whether an image's own mean is subtracted
 * @param samplewiseStd whether it is then divided by its own standard deviation plus {@link #EPSILON}
 * @param channelMeans what is subtracted from each channel
 * @param channelDivisors what each channel is then divided by, standard deviations plus {@link
 *     #EPSILON}
 * @param whitening what makes an image's values uncorrelated
 */
public record NormalisationSteps(
    double rescale,
    boolean samplewiseCenter,
    boolean samplewiseStd,
    Optional<double[]> channelMeans,
    Optional<double[]> channelDivisors,
    Optional<Whitening> whitening) {
  /** Keras's, which keeps from dividing by 0. */
  public static final double EPSILON = 1e-6;

  /**
   * Subtracts the mean image, then multiplies by a matrix.
   *
   * @param mean of the shape of the images
   * @param matrix (values, values): an image's values in h, w, c order, as a row, times this
   */
  public record Whitening(Tensor mean, Tensor matrix) {}

  /**
   * {@return the steps of a normalisation}
   *
   * @param saved its settings by Keras's names, and its statistics
   * @param images the shape of the images
   * @throws IllegalArgumentException if it has a step that is not known here, such as a function of the
   *     user's, or its statistics do not fit the images
   */
  public static NormalisationSteps of(SavedNormalisation saved, Shape images) {
    JsonValue parameters = saved
        .parameters()
        .asValue("the normalisation")
        .object(
            "preprocessing_function",
            "rescale",
            "samplewise_center",
            "samplewise_std_normalization",
            "featurewise_center",
            "featurewise_std_normalization",
            "zca_whitening",
            "zca_epsilon");
    requireNoFunction(parameters);
    NamedTensors statistics = saved.statistics();
    Shape channels = Shape.of(images.channels());
    boolean std = flag(parameters, "featurewise_std_normalization");
    boolean center = std || flag(parameters, "featurewise_center");
    boolean samplewiseStd = flag(parameters, "samplewise_std_normalization");
    return new NormalisationSteps(
        parameters.optional("rescale").map(JsonValue::doubleValue).orElse(1.0),
        samplewiseStd || flag(parameters, "samplewise_center"),
        samplewiseStd,
        center
            ? Optional.of(values(statistics, "featurewise/mean", channels, 0))
            : Optional.empty(),
        std
            ? Optional.of(values(statistics, "featurewise/std", channels, EPSILON))
            : Optional.empty(),
        flag(parameters, "zca_whitening")
            ? Optional.of(whitening(statistics, images))
            : Optional.empty());
  }

  /** {@return the memory that its statistics take as floats, in bytes} */
  public long bytes() {
    long values = (long) channelMeans.map(means -> means.length).orElse(0)
        + channelDivisors.map(divisors -> divisors.length).orElse(0);
    return Float.BYTES
        * (values
            + whitening
                .map(own ->
                    (long) own.mean().shape().size() + own.matrix().shape().size())
                .orElse(0L));
  }

  private static void requireNoFunction(JsonValue parameters) {
    String function =
        parameters.optional("preprocessing_function").map(JsonValue::text).orElse("");
    if (!function.isEmpty()) {
      throw new IllegalArgumentException(
          "its normalisation begins with a function of the user's, '%s', which no file can hold"
              .formatted(function));
    }
  }

  private static boolean flag(JsonValue parameters, String name) {
    return parameters.optional(name).map(JsonValue::booleanValue).orElse(false);
  }

  private static double[] values(
      NamedTensors statistics, String name, Shape shape, double addition) {
    float[] floats = tensor(statistics, name, shape).toArray();
    double[] values = new double[floats.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats[i] + addition;
    }
    return values;
  }

  private static Whitening whitening(NamedTensors statistics, Shape images) {
    return new Whitening(
        tensor(statistics, "zca/mean", images),
        tensor(statistics, "zca/matrix", Shape.of(images.size(), images.size())));
  }

  private static Tensor tensor(NamedTensors statistics, String name, Shape shape) {
    Tensor tensor = statistics.get(name);
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "the statistic '%s' of its normalisation must have the shape %s, found %s"
              .formatted(name, shape, tensor.shape()));
    }
    return tensor;
  }
}

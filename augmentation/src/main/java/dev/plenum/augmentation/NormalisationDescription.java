package dev.plenum.augmentation;

import dev.plenum.api.data.ImageTransform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a normalisation said of itself, read back.
 *
 * @param parameters as {@link ImageNormalisation#describe} gives them, perhaps from outside
 */
record NormalisationDescription(Map<String, ?> parameters) {
  static final String PREPROCESSING = "preprocessing_function";
  static final String RESCALE = "rescale";
  static final String SAMPLEWISE_CENTER = "samplewise_center";
  static final String SAMPLEWISE_STD = "samplewise_std_normalization";
  static final String FEATUREWISE_CENTER = "featurewise_center";
  static final String FEATUREWISE_STD = "featurewise_std_normalization";
  static final String ZCA = "zca_whitening";
  static final String ZCA_EPSILON = "zca_epsilon";

  private static final List<String> NAMES = List.of(
      PREPROCESSING,
      RESCALE,
      SAMPLEWISE_CENTER,
      SAMPLEWISE_STD,
      FEATUREWISE_CENTER,
      FEATUREWISE_STD,
      ZCA,
      ZCA_EPSILON);

  NormalisationDescription {
    parameters = new LinkedHashMap<>(parameters);
    for (String name : parameters.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "a normalisation has no parameter '%s'; it has %s".formatted(name, NAMES));
      }
    }
  }

  /** The normalisation, without statistics. */
  ImageNormalisation normalisation(Map<String, ImageTransform> functions) {
    ImageNormalisation normalisation = ImageNormalisation.none();
    String name = value(PREPROCESSING, String.class, "");
    if (!name.isEmpty()) {
      normalisation = normalisation.preprocessing(name, function(name, functions));
    }
    normalisation = normalisation.rescale(number(RESCALE, 1));
    normalisation = flag(SAMPLEWISE_CENTER) ? normalisation.samplewiseCenter() : normalisation;
    normalisation = flag(SAMPLEWISE_STD) ? normalisation.samplewiseStd() : normalisation;
    normalisation = flag(FEATUREWISE_CENTER) ? normalisation.featurewiseCenter() : normalisation;
    normalisation = flag(FEATUREWISE_STD) ? normalisation.featurewiseStd() : normalisation;
    return flag(ZCA)
        ? normalisation.zca(number(ZCA_EPSILON, ImageNormalisation.DEFAULT_ZCA_EPSILON))
        : normalisation;
  }

  private static ImageTransform function(String name, Map<String, ImageTransform> functions) {
    ImageTransform function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "the normalisation begins with the function '%s', which is not known here; known are %s"
              .formatted(name, functions.keySet()));
    }
    return function;
  }

  private boolean flag(String name) {
    return value(name, Boolean.class, false);
  }

  private double number(String name, double otherwise) {
    return value(name, Number.class, otherwise).doubleValue();
  }

  private <T> T value(String name, Class<T> type, T otherwise) {
    Object value = parameters.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("the parameter '%s' of a normalisation is a %s, found %s"
          .formatted(name, type.getSimpleName(), value));
    }
    return type.cast(value);
  }
}

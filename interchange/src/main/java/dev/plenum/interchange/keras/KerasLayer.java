package dev.plenum.interchange.keras;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.NetworkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a layer of Keras's is here. */
final class KerasLayer {
  /** The classes that pass their input on when predicting. RandomCrop is none: it changes the size. */
  private static final Set<String> PASSING = Set.of(
      "ActivityRegularization",
      "AlphaDropout",
      "AugMix",
      "CutMix",
      "GaussianDropout",
      "GaussianNoise",
      "Identity",
      "MixUp",
      "RandAugment",
      "RandomBrightness",
      "RandomColorDegeneration",
      "RandomColorJitter",
      "RandomContrast",
      "RandomElasticTransform",
      "RandomErasing",
      "RandomFlip",
      "RandomGaussianBlur",
      "RandomGrayscale",
      "RandomHeight",
      "RandomHue",
      "RandomInvert",
      "RandomPerspective",
      "RandomPosterization",
      "RandomRotation",
      "RandomSaturation",
      "RandomSharpness",
      "RandomShear",
      "RandomTranslation",
      "RandomWidth",
      "RandomZoom");

  private KerasLayer() {}

  /** Whether layers of that class do nothing when predicting. */
  static boolean passesOn(String type) {
    return PASSING.contains(type);
  }

  /** A class of one's own may have the name of one of Keras's. */
  static void requireKerasOwn(JsonValue layer) {
    layer.optional("module").ifPresent(module -> {
      if (module.isNull() || !(module.text() + ".").startsWith("keras.")) {
        throw module.expected("a layer of Keras's own (keras.layers)");
      }
    });
  }

  /**
   * The operation of a layer.
   *
   * @param input the shape of what it reads, or of the first value that a merge reads
   * @param isKeras2 whether Keras 2 or an older version described it
   * @throws dev.plenum.persistence.InvalidJsonException if there is none that computes the same
   */
  static Operation operation(JsonValue type, JsonValue settings, Shape input, boolean isKeras2) {
    requireSupported(type.text(), settings, input);
    if (isKeras2) {
      settings
          .optional("activation")
          .filter(activation -> activation.toString().equals("\"hard_sigmoid\""))
          .ifPresent(activation -> {
            throw activation.error(
                "Keras 2's hard_sigmoid is not Keras 3's, which is the one that is known here");
          });
    }
    return type.text().equals("Softmax")
        ? Activation.SOFTMAX.layer()
        : NetworkJson.operation(type, LayerSettings.of(type.text(), settings));
  }

  /** A shape in which one size may be -1, which stands for what is left. */
  static Shape target(JsonValue target, int values) {
    List<Integer> sizes =
        new ArrayList<>(target.elements().stream().map(JsonValue::intValue).toList());
    int open = sizes.indexOf(-1);
    if (open >= 0) {
      sizes.set(open, 1);
      int others = new Shape(sizes).size();
      if (values % others != 0) {
        throw target.expected("a shape of " + values + " values");
      }
      sizes.set(open, values / others);
    }
    return new Shape(sizes);
  }

  /** Whatever changes what a layer computes, and has one value here. */
  static void requireSupported(String type, JsonValue settings, Shape input) {
    settings
        .optional("data_format")
        .filter(format -> !format.isNull())
        .ifPresent(format -> format.oneOf(List.of("channels_last")));
    settings
        .optional("groups")
        .ifPresent(groups -> KerasConfig.require(groups.intValue() == 1, groups, "one group (1)"));
    settings
        .optional("noise_shape")
        .ifPresent(shape -> KerasConfig.require(shape.isNull(), shape, "no shape (null)"));
    settings.optional("renorm").filter(JsonValue::booleanValue).ifPresent(renorm -> {
      throw renorm.error(type + " with renorm is not known here");
    });
    settings
        .optional("axis")
        .ifPresent(axis -> KerasConfig.require(isLast(axis, input), axis, "the last axis (-1)"));
  }

  /** Whether an axis, or the only one of a list, is the last one. */
  private static boolean isLast(JsonValue axis, Shape input) {
    if (axis.isList()) {
      return axis.elements().size() == 1 && isLast(axis.elements().get(0), input);
    }
    return !axis.isNull() && (axis.intValue() == -1 || axis.intValue() == input.rank());
  }
}

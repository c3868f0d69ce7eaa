package dev.plenum.interchange.keras;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.NetworkJson;
import java.util.ArrayList;
import java.util.List;

/** One layer's description. */
final class KerasLayer {
  private KerasLayer() {}

  /**
   * Adds a layer to a network.
   *
   * @throws InvalidJsonException if the contract has not such a layer here; the message names it
   */
  static void read(JsonValue layer, NetworkBuilder builder) {
    String name = KerasConfig.name(layer);
    JsonValue type = layer.required("class_name");
    try {
      requireKerasOwn(layer);
      JsonValue settings = layer.required("config");
      switch (type.text()) {
        case "Rescaling" -> rescale(type, settings, builder);
        case "Reshape" -> reshape(settings.required("target_shape"), builder);
        default -> {
          LayerSpec spec = (LayerSpec) NetworkJson.operation(type, settings);
          requireSupported(settings);
          builder.add(spec, settings);
        }
      }
    } catch (InvalidJsonException e) {
      throw new InvalidJsonException(
          "layer '%s' (%s): %s".formatted(name, type.text(), e.getMessage()));
    }
  }

  /** A class of one's own may have the name of one of Keras's. */
  private static void requireKerasOwn(JsonValue layer) {
    layer.optional("module").ifPresent(module -> {
      if (module.isNull() || !(module.text() + ".").startsWith("keras.")) {
        throw module.expected("a layer of Keras's own (keras.layers)");
      }
    });
  }

  private static void rescale(JsonValue type, JsonValue settings, NetworkBuilder builder) {
    if (!builder.isAtInput()) {
      throw type.error("a Rescaling can only be at the beginning, before all layers that compute");
    }
    double scale = settings.required("scale").doubleValue();
    double offset = settings.required("offset").doubleValue();
    builder.rescale(settings.make(() -> new Rescaling(scale, offset)));
  }

  private static void reshape(JsonValue target, NetworkBuilder builder) {
    Shape before = builder.shape();
    Shape after = target.make(() -> resolved(target, before.size()));
    if (after.size() != before.size()) {
      throw target.expected("a shape of " + before.size() + " values");
    }
    KerasConfig.require(
        builder.reshape(after),
        target,
        "the shape of a picture at the input, or one dimension like Flatten's,");
  }

  /** A shape in which one size may be -1, which stands for what is left. */
  private static Shape resolved(JsonValue target, int values) {
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
  private static void requireSupported(JsonValue settings) {
    settings.optional("data_format").ifPresent(format -> format.oneOf(List.of("channels_last")));
    settings
        .optional("dilation_rate")
        .ifPresent(rates -> rates
            .elements()
            .forEach(rate -> KerasConfig.require(rate.intValue() == 1, rate, "a dilation of 1")));
    settings
        .optional("groups")
        .ifPresent(groups -> KerasConfig.require(groups.intValue() == 1, groups, "one group (1)"));
    settings
        .optional("use_bias")
        .ifPresent(bias -> KerasConfig.require(bias.booleanValue(), bias, "a bias (true)"));
    settings
        .optional("noise_shape")
        .ifPresent(shape -> KerasConfig.require(shape.isNull(), shape, "no shape (null)"));
  }
}

package dev.plenum.interchange.keras;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.NetworkJson;
import java.util.List;

/**
 * The description of a model, as Keras 3 writes it into {@code config.json}. What only matters while
 * training (initializers, regularizers, constraints, the compilation) is not looked at.
 */
final class KerasConfig {
  private static final String SEQUENTIAL = "Sequential";
  private static final String FUNCTIONAL = "Functional";
  private static final String INPUT_LAYER = "InputLayer";

  private KerasConfig() {}

  /**
   * Reads a description.
   *
   * @throws InvalidJsonException if it is of another kind of model, has a layer or a setting that the
   *     contract has not, or is not what Keras writes; the message names the layer
   */
  static Sequential read(JsonValue root) {
    String kind = root.required("class_name").oneOf(List.of(SEQUENTIAL, FUNCTIONAL));
    JsonValue config = root.required("config");
    JsonValue list = config.required("layers");
    List<JsonValue> layers = list.elements();
    if (layers.isEmpty()) {
      throw list.expected("an InputLayer and more");
    }
    if (kind.equals(FUNCTIONAL)) {
      LayerChain.require(config, layers);
    }
    Shape input = input(layers.get(0));
    List<LayerSpec> specs = layers.stream().skip(1).map(KerasConfig::layer).toList();
    return root.make(() -> new Sequential(input, specs));
  }

  private static Shape input(JsonValue layer) {
    layer.required("class_name").oneOf(List.of(INPUT_LAYER));
    JsonValue shape = layer.required("config").required("batch_shape");
    List<Integer> sizes =
        shape.elements().stream().skip(1).map(JsonValue::intValue).toList();
    return shape.make(() -> new Shape(sizes));
  }

  private static LayerSpec layer(JsonValue layer) {
    String name = name(layer);
    try {
      JsonValue settings = layer.required("config");
      LayerSpec spec = NetworkJson.layer(layer.required("class_name"), settings);
      requireSupported(settings);
      return spec;
    } catch (InvalidJsonException e) {
      throw new InvalidJsonException("layer '%s': %s".formatted(name, e.getMessage()));
    }
  }

  /** The name that the layer has in Keras. */
  static String name(JsonValue layer) {
    return layer.required("config").required("name").text();
  }

  /** Whatever changes what a layer computes, and has one value here. */
  private static void requireSupported(JsonValue settings) {
    settings.optional("data_format").ifPresent(format -> format.oneOf(List.of("channels_last")));
    settings
        .optional("dilation_rate")
        .ifPresent(rates -> rates
            .elements()
            .forEach(rate -> require(rate.intValue() == 1, rate, "a dilation of 1")));
    settings
        .optional("groups")
        .ifPresent(groups -> require(groups.intValue() == 1, groups, "one group (1)"));
    settings
        .optional("use_bias")
        .ifPresent(bias -> require(bias.booleanValue(), bias, "a bias (true)"));
    settings
        .optional("noise_shape")
        .ifPresent(shape -> require(shape.isNull(), shape, "no shape (null)"));
  }

  static void require(boolean isAsNeeded, JsonValue value, String needed) {
    if (!isAsNeeded) {
      throw value.expected(needed);
    }
  }
}

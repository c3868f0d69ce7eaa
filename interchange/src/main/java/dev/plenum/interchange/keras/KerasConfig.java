package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The description of a model, as Keras 3 writes it into {@code config.json}. What only matters while
 * training (initializers, regularizers, constraints, the compilation) is not looked at.
 */
final class KerasConfig {
  private static final String SEQUENTIAL = "Network";
  private static final String FUNCTIONAL = "Functional";
  static final String INPUT_LAYER = "InputLayer";

  private KerasConfig() {}

  /**
   * Reads a description.
   *
   * @param size the pictures' size, where values in a row do not say it
   * @param file for messages
   * @throws InvalidJsonException if it is of another kind of model, has a layer or a setting that the
   *     contract has not, or is not what Keras writes; the message names the layer
   * @throws UnknownPictureSizeException if the size must be given
   * @throws InvalidModelFileException if a layer has a precision in which weights cannot be read
   */
  static KerasNetwork read(JsonValue root, Optional<PictureSize> size, InputFile file)
      throws InvalidModelFileException {
    String kind = root.required("class_name").oneOf(List.of(SEQUENTIAL, FUNCTIONAL));
    JsonValue config = root.required("config");
    JsonValue list = config.required("layers");
    List<JsonValue> layers = list.elements();
    if (layers.isEmpty()) {
      throw list.expected("an InputLayer and more");
    }
    if (kind.equals(FUNCTIONAL)) {
      LayerChain.requireOneUse(config, layers);
    }
    JsonValue input = layers.get(0);
    NetworkBuilder builder = start(input);
    Set<String> precisions = new LinkedHashSet<>();
    for (JsonValue layer : layers.subList(1, layers.size())) {
      KerasLayer.read(layer, builder);
      precisions.add(Precision.of(layer, file));
    }
    if (kind.equals(FUNCTIONAL)) {
      LayerChain.requireInLine(config, layers);
    }
    Shape pictures = pictures(builder, size, root, file);
    return new KerasNetwork(
        root.make(() -> builder.network(pictures)),
        new ImportedModel.Input(builder.input(), builder.rescaling(), takesWholeNumbers(input)),
        precisions.stream().filter(name -> !name.equals(Precision.FLOAT32)).findFirst());
  }

  private static NetworkBuilder start(JsonValue layer) {
    layer.required("class_name").oneOf(List.of(INPUT_LAYER));
    JsonValue shape = layer.required("config").required("batch_shape");
    List<Integer> sizes =
        shape.elements().stream().skip(1).map(JsonValue::intValue).toList();
    return shape.make(() -> new NetworkBuilder(new Shape(sizes)));
  }

  private static boolean takesWholeNumbers(JsonValue input) {
    return input
        .required("config")
        .optional("dtype")
        .filter(type -> Precision.name(type).matches("u?int\\d+"))
        .isPresent();
  }

  private static Shape pictures(
      NetworkBuilder builder, Optional<PictureSize> size, JsonValue root, InputFile file)
      throws UnknownPictureSizeException {
    if (builder.picture().isPresent()) {
      return builder.picture().get();
    }
    int values = builder.input().size();
    if (size.isPresent()) {
      return root.make(() -> FlatInput.of(values, size.get()));
    }
    Optional<Shape> square = FlatInput.square(values);
    if (square.isEmpty()) {
      throw new UnknownPictureSizeException(String.format(
          Locale.ROOT,
          "%s takes %d values in a row, which make no square picture in grey or RGB: the pictures' height and width must be given",
          file.name(),
          values));
    }
    return square.get();
  }

  /** The name that the layer has in Keras. */
  static String name(JsonValue layer) {
    return layer.required("config").required("name").text();
  }

  static void require(boolean isAsNeeded, JsonValue value, String needed) {
    if (!isAsNeeded) {
      throw value.expected(needed);
    }
  }
}

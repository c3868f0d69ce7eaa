package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.NonFiniteException;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.FlatInput;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.UnknownPictureSizeException;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The description of a model, as Keras 3 writes it into {@code config.json}, and Keras 2 into {@code .h5}
 * files, with its weights. What only matters while training is kept where the contract has it (initial
 * values, regularizers, frozen layers), and else not looked at.
 */
final class KerasConfig {
  private KerasConfig() {}

  /**
   * Reads a model.
   *
   * @param isKeras2 whether Keras 2 or an older version described it
   * @param size the pictures' size, where values in a row do not say it
   * @param hasOptimizerState whether there is the state of an optimizer beside the weights
   * @param file for messages
   * @throws dev.plenum.persistence.InvalidJsonException if it is of another kind of model, has a layer
   *     or a setting that the contract has not, or is not what Keras writes; the message names the layer
   * @throws UnknownPictureSizeException if the size must be given
   * @throws InvalidModelFileException if the weights are not those of the layers, or cannot be read
   */
  static ImportedModel read(
      JsonValue model,
      boolean isKeras2,
      WeightSource weights,
      Optional<PictureSize> size,
      boolean hasOptimizerState,
      InputFile file)
      throws InvalidModelFileException {
    KerasGraph graph = KerasGraph.of(model);
    JsonValue input = graph.input().orElseThrow();
    NetworkBuilder builder = start(input);
    ModelReader reader = new ModelReader(builder, weights, isKeras2, file);
    reader.read(graph);
    Shape pictures = pictures(builder, size, model, file);
    Network network = model.make(() -> builder.network(pictures));
    return new ImportedModel(
        trained(network, reader.places(), weights, file),
        new ImportedModel.Input(
            builder.input(), builder.rescaling(), Optional.empty(), whatSaysBytes(input)),
        reader.precisions().stream()
            .filter(name -> !name.equals(Precision.FLOAT32))
            .findFirst(),
        Optional.empty(),
        hasOptimizerState,
        reader.leftOut());
  }

  private static NetworkBuilder start(JsonValue input) {
    JsonValue shape =
        input.optional("batch_input_shape").orElseGet(() -> input.required("batch_shape"));
    List<Integer> sizes =
        shape.elements().stream().skip(1).map(JsonValue::intValue).toList();
    return shape.make(() -> new NetworkBuilder(new Shape(sizes)));
  }

  private static Optional<String> whatSaysBytes(JsonValue input) {
    return input
        .optional("dtype")
        .filter(type -> Precision.name(type).matches("u?int\\d+"))
        .map(type -> "its input is declared as whole numbers");
  }

  private static Shape pictures(
      NetworkBuilder builder, Optional<PictureSize> size, JsonValue model, InputFile file)
      throws UnknownPictureSizeException {
    if (builder.picture().isPresent()) {
      return builder.picture().get();
    }
    try {
      return FlatInput.pictures(builder.input().size(), size, file.name());
    } catch (IllegalArgumentException e) {
      throw model.error(String.valueOf(e.getMessage()));
    }
  }

  /**
   * A network with its weights.
   *
   * @param places where the weights of each layer are, by the layers' positions
   */
  static TrainedNetwork trained(
      Network network,
      Map<Integer, WeightSource.Place> places,
      WeightSource weights,
      InputFile file)
      throws InvalidModelFileException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (PlacedLayer layer : network.placedLayers()) {
      List<ParameterSpec> parameters = layer.parameters();
      if (!parameters.isEmpty()) {
        WeightSource.Place place = Objects.requireNonNull(places.get(layer.index()));
        List<Tensor> read = weights.read(
            place, parameters.stream().map(ParameterSpec::shape).toList(), parameters.size());
        for (int i = 0; i < read.size(); i++) {
          tensors.put(layer.parameterName(parameters.get(i)), read.get(i));
        }
      }
    }
    try {
      return new TrainedNetwork(network, new NamedTensors(tensors));
    } catch (NonFiniteException e) {
      throw file.refused(String.valueOf(e.getMessage()), "Such a model is of no use");
    }
  }

  static void require(boolean isAsNeeded, JsonValue value, String needed) {
    if (!isAsNeeded) {
      throw value.expected(needed);
    }
  }
}

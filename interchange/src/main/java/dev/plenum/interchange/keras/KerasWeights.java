package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.NonFiniteException;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
import io.jhdf.exceptions.HdfException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A network's weights in Keras 3's HDF5 layout: {@code layers/conv2d_1/vars/0} is the kernel and
 * {@code …/1} the bias of the second Conv2D, whatever its name in Keras; {@code optimizer/vars} is the
 * optimizer's state.
 */
final class KerasWeights {
  static final String LAYERS = "layers";
  static final String VARIABLES = "vars";
  private static final String OPTIMIZER = "optimizer";

  private KerasWeights() {}

  /**
   * Reads the weights.
   *
   * @param file what the bytes come from, for messages
   */
  static ImportedModel read(byte[] hdf5, InputFile file, KerasNetwork described)
      throws InvalidModelFileException {
    try {
      HdfGroup root = HdfGroup.root(new HdfBytes(hdf5));
      Network network = described.network();
      return new ImportedModel(
          new TrainedNetwork(network, weights(root.group(LAYERS), network)),
          described.input(),
          described.precision(),
          root.names().contains(OPTIMIZER));
    } catch (NonFiniteException e) {
      throw file.refused(String.valueOf(e.getMessage()), "Such a model is of no use");
    } catch (InvalidHdfException e) {
      throw file.refused(
          String.valueOf(e.getMessage()),
          "What is needed are the weights of this network, as Keras 3 saved them");
    } catch (HdfException e) {
      throw file.damaged("its HDF5 structure is broken: " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // What jHDF throws where it is led astray.
      throw file.damaged("its HDF5 structure is broken", e);
    }
  }

  private static NamedTensors weights(HdfGroup layers, Network network) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (PlacedLayer layer : network.placedLayers()) {
      if (!layer.parameters().isEmpty()) {
        HdfGroup variables = layers.group(layer.name()).group(VARIABLES);
        requireCount(variables, layer);
        for (int i = 0; i < layer.parameters().size(); i++) {
          ParameterSpec parameter = layer.parameters().get(i);
          weights.put(
              layer.parameterName(parameter),
              variables.tensor(String.valueOf(i), parameter.shape()));
        }
      }
    }
    requireNoOthers(layers, network);
    return new NamedTensors(weights);
  }

  private static void requireCount(HdfGroup variables, PlacedLayer layer) {
    if (variables.names().size() != layer.parameters().size()) {
      throw new InvalidHdfException(String.format(
          Locale.ROOT,
          "the layer '%s' must have %d variables, found: %s",
          layer.name(),
          layer.parameters().size(),
          variables.names().isEmpty() ? "none" : String.join(", ", variables.names())));
    }
  }

  private static void requireNoOthers(HdfGroup layers, Network network) {
    List<String> known = network.placedLayers().stream()
        .filter(layer -> !layer.parameters().isEmpty())
        .map(PlacedLayer::name)
        .toList();
    for (String name : layers.names()) {
      if (!known.contains(name) && hasVariables(layers.group(name))) {
        throw new InvalidHdfException(
            "it has variables of a layer '%s', which the network has not; the network's are %s"
                .formatted(name, String.join(", ", known)));
      }
    }
  }

  private static boolean hasVariables(HdfGroup layer) {
    return layer.names().contains(VARIABLES) && !layer.group(VARIABLES).names().isEmpty();
  }
}

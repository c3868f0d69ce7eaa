package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.InvalidModelFileException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weights in Keras 3's HDF5 layout: {@code layers/conv2d_1/vars/0} is the kernel and {@code …/1} the
 * bias of the second Conv2D, whatever its name in Keras; {@code layers/sequential/layers/conv2d} is in a
 * model that is a layer; {@code optimizer/vars} is the optimizer's state.
 */
final class KerasWeights implements WeightSource {
  static final String LAYERS = "layers";
  static final String VARIABLES = "vars";
  private static final String OPTIMIZER = "optimizer";

  private final HdfFile hdf;
  /** The layers that were read: {@code conv2d_1}, {@code sequential/layers/conv2d}. */
  private final Set<String> known = new LinkedHashSet<>();

  KerasWeights(HdfFile hdf) {
    this.hdf = hdf;
  }

  /** Whether there is the state of an optimizer. */
  boolean hasOptimizerState() throws InvalidModelFileException {
    return hdf.read(root -> root.names().contains(OPTIMIZER));
  }

  @Override
  public List<Tensor> read(Place layer, List<Shape> shapes, int count)
      throws InvalidModelFileException {
    known.add(String.join("/" + LAYERS + "/", layer.storeNames()));
    return hdf.read(root -> {
      HdfGroup group = root;
      for (String name : layer.storeNames()) {
        group = group.group(LAYERS).group(name);
      }
      return tensors(group.group(VARIABLES), layer.name(), shapes, count);
    });
  }

  private static List<Tensor> tensors(
      HdfGroup variables, String layer, List<Shape> shapes, int count) {
    if (variables.names().size() != count) {
      throw new InvalidHdfException(String.format(
          Locale.ROOT,
          "the layer '%s' must have %d variables, found: %s",
          layer,
          count,
          variables.names().isEmpty() ? "none" : String.join(", ", variables.names())));
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Shape shape : shapes) {
      tensors.add(variables.tensor(String.valueOf(tensors.size()), shape));
    }
    return tensors;
  }

  /**
   * Checks that all variables of layers have been read.
   *
   * @throws InvalidModelFileException if not: they are of another network
   */
  void requireNoOthers() throws InvalidModelFileException {
    hdf.read(root -> {
      for (String layer : withVariables(root.group(LAYERS))) {
        if (!known.contains(layer)) {
          throw new InvalidHdfException(
              "it has variables of a layer '%s', which the network has not; the network's are %s"
                  .formatted(layer, String.join(", ", known)));
        }
      }
      return root;
    });
  }

  /** The layers that have variables, also those in models that are layers. */
  static Set<String> withVariables(HdfGroup layers) {
    Set<String> found = new TreeSet<>();
    for (String name : layers.names()) {
      HdfGroup layer = layers.group(name);
      if (layer.names().contains(VARIABLES) && !layer.group(VARIABLES).names().isEmpty()) {
        found.add(name);
      }
      if (layer.names().contains(LAYERS)) {
        withVariables(layer.group(LAYERS))
            .forEach(inner -> found.add(name + "/" + LAYERS + "/" + inner));
      }
    }
    return found;
  }
}

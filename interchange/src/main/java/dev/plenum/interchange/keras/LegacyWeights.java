package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.InvalidModelFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Weights in the HDF5 layout of Keras 2, which Keras 3 can still write: {@code model_weights/conv2d_1}
 * has those of the layer of that name, and its attribute {@code weight_names} says where each lies in it
 * ({@code conv2d_1/kernel:0}). The weights of a model that is a layer are all in its group, under the
 * names of its own layers.
 */
final class LegacyWeights implements WeightSource {
  private static final String WEIGHTS = "model_weights";
  private static final String NAMES = "weight_names";
  private static final String OPTIMIZER = "optimizer_weights";

  private final HdfFile hdf;

  LegacyWeights(HdfFile hdf) {
    this.hdf = hdf;
  }

  /** Whether there is the state of an optimizer. */
  boolean hasOptimizerState() throws InvalidModelFileException {
    return hdf.read(root -> root.names().contains(OPTIMIZER));
  }

  @Override
  public List<Tensor> read(Place layer, List<Shape> shapes, int count)
      throws InvalidModelFileException {
    return hdf.read(root -> {
      HdfGroup group = root.group(WEIGHTS).group(layer.names().get(0));
      List<String> paths = weightNames(group);
      if (layer.names().size() > 1) {
        String own = layer.names().get(layer.names().size() - 1);
        paths = paths.stream().filter(path -> isOf(own, path)).toList();
      }
      if (paths.size() != count) {
        throw new InvalidHdfException(String.format(
            Locale.ROOT,
            "the layer '%s' must have %d variables, found: %s",
            layer.name(),
            count,
            paths.isEmpty() ? "none" : String.join(", ", paths)));
      }
      List<Tensor> tensors = new ArrayList<>();
      for (Shape shape : shapes) {
        tensors.add(tensor(group, paths.get(tensors.size()), shape));
      }
      return tensors;
    });
  }

  /** Attributes have a largest size; a list that is longer is in several of them. */
  private static List<String> weightNames(HdfGroup group) {
    if (group.hasAttribute(NAMES) || !group.hasAttribute(NAMES + 0)) {
      return group.texts(NAMES);
    }
    List<String> names = new ArrayList<>();
    for (int part = 0; group.hasAttribute(NAMES + part); part++) {
      names.addAll(group.texts(NAMES + part));
    }
    return names;
  }

  /** Whether a path such as {@code features/conv2d/kernel:0} is that of a layer's variable. */
  private static boolean isOf(String layer, String path) {
    return ("/" + path.substring(0, Math.max(0, path.lastIndexOf('/')))).endsWith("/" + layer);
  }

  private static Tensor tensor(HdfGroup group, String path, Shape shape) {
    HdfGroup at = group;
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      at = at.group(parts[i]);
    }
    return at.tensor(parts[parts.length - 1], shape);
  }
}

package dev.plenum.interchange.keras;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.TrainedNetwork;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes weights in the layout that {@link KerasWeights} reads. */
final class HdfWriter {
  /** On the root; names the library and the operating system. */
  private static final String LIBRARY_ATTRIBUTE = "_jHDF";

  private HdfWriter() {}

  /** The content of a file of weights; by way of a temporary file, as jHDF writes nothing else. */
  static byte[] bytes(TrainedNetwork trained) throws IOException {
    Path temporary = Files.createTempFile("plenum-", ".h5");
    try {
      write(temporary, trained);
      return Files.readAllBytes(temporary);
    } catch (HdfException e) {
      throw new IOException("the weights could not be written as HDF5: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Path path, TrainedNetwork trained) {
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.removeAttribute(LIBRARY_ATTRIBUTE);
      WritableGroup layers = file.putGroup(KerasWeights.LAYERS);
      for (PlacedLayer layer : trained.network().placedLayers()) {
        if (!layer.parameters().isEmpty()) {
          write(layers.putGroup(layer.name()).putGroup(KerasWeights.VARIABLES), layer, trained);
        }
      }
    }
  }

  private static void write(WritableGroup variables, PlacedLayer layer, TrainedNetwork trained) {
    for (int i = 0; i < layer.parameters().size(); i++) {
      ParameterSpec parameter = layer.parameters().get(i);
      Tensor tensor = trained.weights().get(layer.parameterName(parameter));
      variables.putDataset(String.valueOf(i), nested(tensor));
    }
  }

  /** Arrays in arrays, by which jHDF knows the shape. */
  private static Object nested(Tensor tensor) {
    List<Integer> sizes = tensor.shape().dimensions();
    Object nested =
        Array.newInstance(float.class, sizes.stream().mapToInt(size -> size).toArray());
    fill(nested, tensor.toArray(), 0);
    return nested;
  }

  /** Copies values from a position on; returns the position after them. */
  private static int fill(Object target, float[] values, int from) {
    if (target instanceof float[] row) {
      System.arraycopy(values, from, row, 0, row.length);
      return from + row.length;
    }
    int position = from;
    for (Object part : (Object[]) target) {
      position = fill(part, values, position);
    }
    return position;
  }
}

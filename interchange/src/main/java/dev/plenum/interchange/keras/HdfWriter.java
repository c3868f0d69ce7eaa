package dev.plenum.interchange.keras;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.TemporaryFiles;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.WritableGroupImpl;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfFileChannel;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes weights in the layout that {@link KerasWeights} reads. jHDF's own file is not used: behind the
 * last values it writes its name and the operating system's, over a group that may be there.
 */
final class HdfWriter {
  private HdfWriter() {}

  /** The content of a file of weights; by way of a temporary file, as jHDF writes nothing else. */
  static byte[] bytes(TrainedNetwork trained) throws IOException {
    Path temporary = TemporaryFiles.create(".h5");
    try {
      write(temporary, trained);
      return Files.readAllBytes(temporary);
    } catch (HdfException e) {
      throw new IOException("the weights could not be written as HDF5: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Path path, TrainedNetwork trained) throws IOException {
    SuperblockV2V3 superblock = new SuperblockV2V3();
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      HdfFileChannel channel = new HdfFileChannel(file, superblock);
      long end = root(trained).write(channel, WritableHdfFile.ROOT_GROUP_ADDRESS);
      channel.write(superblock.toBuffer(end), 0);
    }
  }

  private static WritableGroup root(TrainedNetwork trained) {
    WritableGroup root = new WritableGroupImpl(null, "/");
    // The model's own variables: it has none, but Keras 3.2 to 3.5 look for the group.
    root.putGroup(KerasWeights.VARIABLES);
    WritableGroup layers = root.putGroup(KerasWeights.LAYERS);
    List<String> names = StoredLayers.names(trained.network());
    for (PlacedLayer layer : trained.network().placedLayers()) {
      if (!layer.parameters().isEmpty()) {
        String name = names.get(layer.index());
        write(layers.putGroup(name).putGroup(KerasWeights.VARIABLES), layer, trained);
      }
    }
    return root;
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

package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files of weights alone, as {@code model.save_weights("….weights.h5")} of Keras 3 writes them. */
public final class KerasWeightsFile {
  private KerasWeightsFile() {}

  /**
   * Reads the weights of a network.
   *
   * @param path a file of weights alone, {@code ….weights.h5}
   * @param network whose weights they are
   * @return the network with these weights, without an optimizer
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or has the variables of another network; the message names the variable
   * @throws IOException if it cannot be read
   */
  public static ImportedModel read(Path path, Network network) throws IOException {
    InputFile file = new InputFile(path, path.toString(), "Keras checkpoint", "model.save_weights");
    HdfFile hdf = hdf(bytes(file), file);
    KerasWeights weights = new KerasWeights(hdf);
    Set<String> stored =
        hdf.read(root -> KerasWeights.withVariables(root.group(KerasWeights.LAYERS)));
    Map<Integer, WeightSource.Place> places =
        hdf.read(root -> StoredLayers.places(network, stored));
    TrainedNetwork trained = KerasConfig.trained(network, places, weights, file);
    weights.requireNoOthers();
    return new ImportedModel(
        trained,
        ImportedModel.Input.of(network.input()),
        Optional.empty(),
        Optional.empty(),
        weights.hasOptimizerState(),
        List.of());
  }

  /**
   * {@return what writes such a file}
   *
   * @param trained whose weights are written
   */
  public static AtomicFiles.Content content(TrainedNetwork trained) {
    return out -> out.write(HdfWriter.bytes(trained));
  }

  /** Begins to read weights. */
  static HdfFile hdf(byte[] bytes, InputFile file) throws InvalidModelFileException {
    return new HdfFile(
        bytes, file, "What is needed are the weights of this network, as Keras saved them");
  }

  /** All of an HDF5 file. */
  static byte[] bytes(InputFile file) throws IOException {
    file.requireReadable();
    file.requireNoOther(ForeignFormat.HDF5);
    try (InputStream in = Files.newInputStream(file.path())) {
      return bytes(in, Files.size(file.path()), file);
    }
  }

  /** All of a file, or of a part of it. */
  static byte[] bytes(InputStream in, long size, InputFile file) throws IOException {
    if (size > Integer.MAX_VALUE) {
      throw file.refused(
          String.format(Locale.ROOT, "its weights take %d MB", size >> 20),
          "At most 2,047 MB can be read");
    }
    file.requireMemory("weights", size);
    return in.readNBytes((int) size);
  }
}

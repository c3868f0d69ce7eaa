package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Files of weights alone, as {@code model.save_weights("….weights.h5")} of Keras 3 writes them. */
public final class KerasWeightsFile {
  private KerasWeightsFile() {}

  /**
   * Reads the weights of a network.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or has the variables of another network; the message names the variable
   * @throws IOException if it cannot be read
   */
  public static ImportedModel read(Path path, Network network) throws IOException {
    InputFile file = new InputFile(path, path.toString(), "Keras checkpoint", "model.save_weights");
    file.requireReadable();
    file.requireNoOther(ForeignFormat.HDF5);
    try (InputStream in = Files.newInputStream(path)) {
      ImportedModel.Input input = new ImportedModel.Input(network.input(), Optional.empty(), false);
      KerasNetwork described = new KerasNetwork(network, input, Optional.empty());
      return KerasWeights.read(bytes(in, Files.size(path), file), file, described);
    }
  }

  /** What writes such a file. */
  public static AtomicFiles.Content content(TrainedNetwork trained) {
    return out -> out.write(HdfWriter.bytes(trained));
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

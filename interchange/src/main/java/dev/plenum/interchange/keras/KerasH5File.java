package dev.plenum.interchange.keras;

import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.UnknownPictureSizeException;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whole models in the format of Keras 2, {@code model.save("….h5")}: an HDF5 file whose root has the
 * model's description as the attribute {@code model_config}. Keras 3 still writes it, too.
 */
public final class KerasH5File {
  private static final String CONFIG = "model_config";
  private static final String VERSION = "keras_version";

  private KerasH5File() {}

  /**
   * Reads a model.
   *
   * @param path a file of a whole model, {@code ….h5}
   * @param size the size of the pictures, for a network that takes values in a row; where their number
   *     is that of a square picture, it need not be given
   * @return its network with the weights, without an optimizer
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws UnknownPictureSizeException if the size must be given
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or the model has what the contract has not; the message names the layer
   * @throws IOException if it cannot be read
   */
  public static ImportedModel read(Path path, Optional<PictureSize> size) throws IOException {
    InputFile file = new InputFile(path, path.toString(), "Keras model", "model.save");
    HdfFile hdf = new HdfFile(
        KerasWeightsFile.bytes(file), file, "What is needed is a whole model, as Keras saved it");
    LegacyWeights weights = new LegacyWeights(hdf);
    String config = hdf.read(root -> config(root));
    try {
      return KerasConfig.read(
          JsonValue.parse(config, CONFIG),
          hdf.read(KerasH5File::isKeras2),
          weights,
          size,
          weights.hasOptimizerState(),
          file);
    } catch (InvalidJsonException e) {
      throw file.refused(String.valueOf(e.getMessage()), KerasModelFile.WHAT_CAN_BE_READ);
    }
  }

  private static String config(HdfGroup root) {
    if (!root.hasAttribute(CONFIG)) {
      throw new InvalidHdfException(
          "it has no attribute '%s': these are weights without their network".formatted(CONFIG));
    }
    return String.join("", root.texts(CONFIG));
  }

  /** Files of Keras 1 do not say their version. */
  private static boolean isKeras2(HdfGroup root) {
    return !root.hasAttribute(VERSION) || !String.join("", root.texts(VERSION)).startsWith("3.");
  }
}

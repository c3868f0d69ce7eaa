package dev.plenum.interchange.keras;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.Rescaling;
import dev.plenum.interchange.imported.UnknownPictureSizeException;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.ZipReader;
import dev.plenum.persistence.ZipWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whole models, as {@code model.save("….keras")} of Keras 3 writes them: a zip with {@code
 * metadata.json}, {@code config.json} and {@code model.weights.h5}.
 */
public final class KerasModelFile {
  private static final String METADATA = "metadata.json";
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.weights.h5";
  private static final String VERSION = "keras_version";

  /** What a refusal ends with. */
  static final String WHAT_CAN_BE_READ =
      "What can be read are Sequential and Functional models with one input and one output, of layers that Plenum has too";

  private KerasModelFile() {}

  /**
   * Reads a model.
   *
   * @param path a file of a whole model, {@code ….keras}
   * @return its network with the weights, without an optimizer
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or the model has what the contract has not; the message names the layer
   * @throws IOException if it cannot be read
   */
  public static ImportedModel read(Path path) throws IOException {
    return read(path, Optional.empty());
  }

  /**
   * Reads a model.
   *
   * @param path a file of a whole model, {@code ….keras}
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
    try (ZipReader zip = new ZipReader(file)) {
      requireEntries(zip);
      return read(zip, size);
    }
  }

  /** A zip that has neither is not a damaged model, but something else. */
  private static void requireEntries(ZipReader zip) throws IOException {
    if (!zip.names().contains(METADATA) && !zip.names().contains(CONFIG)) {
      zip.file().requireNoOther(ForeignFormat.KERAS_MODEL);
      throw zip.file().foreign("it is a zip without the entry '" + CONFIG + "'");
    }
  }

  private static ImportedModel read(ZipReader zip, Optional<PictureSize> size) throws IOException {
    InputFile file = zip.file();
    try {
      requireKeras3(zip.json(METADATA).required(VERSION));
      JsonValue config = zip.json(CONFIG);
      byte[] bytes = zip.read(
          WEIGHTS, Long.MAX_VALUE, (in, length) -> KerasWeightsFile.bytes(in, length, file));
      KerasWeights weights = new KerasWeights(KerasWeightsFile.hdf(bytes, file));
      ImportedModel model =
          KerasConfig.read(config, false, weights, size, weights.hasOptimizerState(), file);
      weights.requireNoOthers();
      return model;
    } catch (InvalidJsonException e) {
      throw file.refused(String.valueOf(e.getMessage()), WHAT_CAN_BE_READ);
    }
  }

  /**
   * {@return what writes such a file}
   *
   * @param trained the network and its weights
   * @throws IllegalArgumentException if Keras has not what a layer does; the message names the layer
   */
  public static AtomicFiles.Content content(TrainedNetwork trained) {
    return content(trained, Optional.empty());
  }

  /**
   * {@return what writes such a file}
   *
   * @param trained the network and its weights
   * @param rescaling what the model does to its input before all else
   * @throws IllegalArgumentException if Keras has not what a layer does; the message names the layer
   */
  public static AtomicFiles.Content content(TrainedNetwork trained, Optional<Rescaling> rescaling) {
    return content(trained, rescaling, Optional.empty());
  }

  /**
   * {@return what writes such a file}
   *
   * @param trained the network and its weights
   * @param rescaling what the model does to its input before all else
   * @param normalization what it does then
   * @throws IllegalArgumentException if Keras has not what a layer does; the message names the layer
   */
  public static AtomicFiles.Content content(
      TrainedNetwork trained,
      Optional<Rescaling> rescaling,
      Optional<Normalization> normalization) {
    List<LayerSpec> before = new ArrayList<>();
    rescaling.map(Rescaling::layer).ifPresent(before::add);
    normalization.map(Normalization::layer).ifPresent(before::add);
    String config = KerasConfigWriter.write(trained.network(), before).toString();
    return out -> {
      byte[] weights = HdfWriter.bytes(trained);
      Map<String, AtomicFiles.Content> entries = new LinkedHashMap<>();
      entries.put(
          METADATA, ZipWriter.text(JsonObject.empty().with(VERSION, "3.0.0").toString()));
      entries.put(CONFIG, ZipWriter.text(config));
      entries.put(WEIGHTS, zip -> zip.write(weights));
      ZipWriter.write(out, entries);
    };
  }

  private static void requireKeras3(JsonValue version) {
    KerasConfig.require(version.text().startsWith("3."), version, "Keras 3");
  }
}

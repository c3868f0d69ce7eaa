package dev.plenum.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plenum.api.optimizer.UpdateOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Model files: one zip with
 *
 * <pre>
 * format.json            {"format": "plenum-model", "version": 1}; 2 if pixels are not from 0 to 1, 3 if
 *                        they are normalised, 4 if the network is more than a line of Conv2D,
 *                        MaxPooling2D, Flatten, Dense and Dropout with the settings of those days,
 *                        or the optimizer does more than its formula, 5 if its input is a window
 * network.json           the network, see {@link NetworkJson}
 * optimizer.json         what the optimizer was made from, see {@link OptimizerJson}
 * weights.safetensors    conv2d/kernel, conv2d/bias …, in Keras's layouts
 * optimizer.safetensors  conv2d/kernel/m …; iterations and learning_rate in the metadata
 * preprocessing.json     input_shape, window_of, color_mode, resize, rescale, offset, normalization
 * preprocessing.safetensors
 *                        featurewise/mean …, the normalisation's statistics; only if it has some
 * labels.json            the class names, a list
 * provenance.json        where it comes from
 * </pre>
 *
 * <p>The same model always gives the same bytes: order and times of the entries are fixed, and they
 * are stored without compression.
 */
public final class ModelFile {
  /** The newest version of all files that hold a model. */
  static final int VERSION = 5;

  /** The first that can hold graphs, and what optimizers do beside their formulas. */
  private static final int GRAPH_VERSION = 4;

  /** The first that can hold a normalisation. */
  private static final int NORMALISATION_VERSION = 3;

  /** The first that has a rescaling which is not to 0 … 1. */
  private static final int PIXEL_RANGE_VERSION = 2;

  static final FileKind KIND = new FileKind("model", "plenum train", "plenum-model", VERSION);

  static final String NETWORK = "network.json";
  static final String OPTIMIZER = "optimizer.json";
  static final String WEIGHTS = "weights.safetensors";
  static final String SLOTS = "optimizer.safetensors";
  static final String PREPROCESSING = "preprocessing.json";
  static final String STATISTICS = "preprocessing.safetensors";
  static final String LABELS = "labels.json";
  static final String PROVENANCE = "provenance.json";

  private ModelFile() {}

  /**
   * Writes a model, atomically.
   *
   * @param file where it goes; replaced if it is there
   * @param model what to write, in the first version of the format that can hold it
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public static void write(Path file, SavedModel model) throws IOException {
    AtomicFiles.write(file, content(model));
  }

  static AtomicFiles.Content content(SavedModel model) {
    Map<String, AtomicFiles.Content> entries = entries(model, KIND);
    return out -> ZipWriter.write(out, entries);
  }

  /** The entries of a file of this kind that holds a model. */
  static Map<String, AtomicFiles.Content> entries(SavedModel model, FileKind kind) {
    ArrayNode labels = Json.object().arrayNode();
    model.classNames().forEach(labels::add);
    Map<String, AtomicFiles.Content> entries = new LinkedHashMap<>();
    entries.put(FileKind.ENTRY, json(kind.node(version(model))));
    entries.put(NETWORK, json(NetworkJson.node(model.network())));
    entries.put(OPTIMIZER, json(OptimizerJson.node(model.optimizer())));
    entries.put(WEIGHTS, Safetensors.of(model.weights())::writeTo);
    entries.put(SLOTS, OptimizerStateTensors.write(model.optimizerState())::writeTo);
    entries.put(PREPROCESSING, json(model.preprocessing().node()));
    model
        .preprocessing()
        .normalisation()
        .map(SavedNormalisation::statistics)
        .filter(statistics -> !statistics.names().isEmpty())
        .ifPresent(statistics -> entries.put(STATISTICS, Safetensors.of(statistics)::writeTo));
    entries.put(LABELS, json(labels));
    entries.put(PROVENANCE, json(model.provenance().node()));
    return entries;
  }

  /**
   * The version that a model needs. Before version 2, Plenum measured every model on pixels from 0 to
   * 1, whatever its file said; before version 3 it knew no normalisation, before version 4 no graphs and
   * no clipping, decay and averages, before version 5 no windows.
   */
  private static int version(SavedModel model) {
    if (model.preprocessing().windowOf().isPresent()) {
      return VERSION;
    }
    if (!FirstNetworks.contain(model.network())
        || !model.optimizer().options().equals(UpdateOptions.NONE)) {
      return GRAPH_VERSION;
    }
    if (model.preprocessing().normalisation().isPresent()) {
      return NORMALISATION_VERSION;
    }
    return model.preprocessing().isToUnit() ? 1 : PIXEL_RANGE_VERSION;
  }

  private static AtomicFiles.Content json(JsonNode node) {
    return ZipWriter.text(Json.pretty(node));
  }

  /**
   * Reads a model.
   *
   * @param file a model file; its name may have any ending
   * @return all that the file holds
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws InvalidModelFileException if it is not a model file, is damaged, or was written by a
   *     newer version
   * @throws IOException if it cannot be read
   */
  public static SavedModel read(Path file) throws IOException {
    return read(file, file.toString(), 0);
  }

  /**
   * Reads a model from a file that messages call by another name.
   *
   * @param bytesHeld the memory that models take which are kept beside it
   */
  static SavedModel read(Path file, String name, long bytesHeld) throws IOException {
    try (ZipReader zip = new ZipReader(KIND.file(file, name))) {
      return new ModelFileReader(zip, KIND, List.of(), bytesHeld).read();
    }
  }
}

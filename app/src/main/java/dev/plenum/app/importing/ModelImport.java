package dev.plenum.app.importing;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.app.document.Documents;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.keras.Rescaling;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a model file's content of what was read from another format. */
public final class ModelImport {
  private static final String IMPORTED = "imported";
  private static final String RESCALING = IMPORTED + ".rescaling";

  private ModelImport() {}

  /**
   * The model. Its optimizer is one that has no state: what was trained elsewhere is not trained on.
   *
   * @param pixels what the network's input is
   * @param file where it was read from
   * @param plenumVersion what imports it
   * @throws IOException if the file's digest cannot be made
   */
  public static SavedModel of(
      TrainedNetwork trained,
      PixelScale pixels,
      List<String> classNames,
      Path file,
      String plenumVersion)
      throws IOException {
    Sgd optimizer = Sgd.defaults();
    return new SavedModel(
        trained.network(),
        optimizer,
        trained.weights(),
        new OptimizerState(0, optimizer.learningRate(), NamedTensors.empty()),
        pixels.of(ModelInput.preprocessing(trained.network().input())),
        classNames,
        provenance(trained, pixels, file, plenumVersion));
  }

  /** Whether a model was imported. */
  public static boolean isImported(JsonObject provenance) {
    return parsed(provenance).hasPath(IMPORTED);
  }

  /** The layer of that name that an imported model had, and whose work the preprocessing does now. */
  public static Optional<Rescaling> rescaling(JsonObject provenance) {
    Config all = parsed(provenance);
    if (!all.hasPath(RESCALING)) {
      return Optional.empty();
    }
    Config layer = all.getConfig(RESCALING);
    return Optional.of(new Rescaling(layer.getDouble("scale"), layer.getDouble("offset")));
  }

  private static Config parsed(JsonObject provenance) {
    try {
      return Documents.json(provenance.toString(), "provenance");
    } catch (ConfigException e) { // whoever made the file may write there what they like
      return ConfigFactory.empty();
    }
  }

  private static JsonObject provenance(
      TrainedNetwork trained, PixelScale pixels, Path file, String plenumVersion)
      throws IOException {
    JsonObject imported = JsonObject.empty()
        .with("file", String.valueOf(file.getFileName()))
        .with("sha256", MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString());
    Optional<JsonObject> layer = pixels
        .rescaling()
        .map(own -> JsonObject.empty().with("scale", own.scale()).with("offset", own.offset()));
    return JsonObject.empty()
        .with("command", "plenum import")
        .with("plenumVersion", plenumVersion)
        .with(IMPORTED, layer.map(own -> imported.with("rescaling", own)).orElse(imported))
        .with("weightsSha256", trained.weights().sha256());
  }
}

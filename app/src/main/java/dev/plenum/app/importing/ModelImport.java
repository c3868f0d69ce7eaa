package dev.plenum.app.importing;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a model file's content of what was read from another format. */
public final class ModelImport {
  private ModelImport() {}

  /**
   * The model, with pixels from 0 to 1 as its input. Its optimizer is one that has no state: what was
   * trained elsewhere is not trained on.
   *
   * @param file where it was read from
   * @param plenumVersion what imports it
   * @throws IOException if the file's digest cannot be made
   */
  public static SavedModel of(
      TrainedNetwork trained, List<String> classNames, Path file, String plenumVersion)
      throws IOException {
    Sgd optimizer = Sgd.defaults();
    return new SavedModel(
        trained.network(),
        optimizer,
        trained.weights(),
        new OptimizerState(0, optimizer.learningRate(), NamedTensors.empty()),
        ModelInput.preprocessing(trained.network().input()),
        classNames,
        provenance(trained, file, plenumVersion));
  }

  private static JsonObject provenance(TrainedNetwork trained, Path file, String plenumVersion)
      throws IOException {
    return JsonObject.empty()
        .with("command", "plenum import")
        .with("plenumVersion", plenumVersion)
        .with(
            "imported",
            JsonObject.empty()
                .with("file", String.valueOf(file.getFileName()))
                .with(
                    "sha256",
                    MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString()))
        .with("weightsSha256", trained.weights().sha256());
  }
}

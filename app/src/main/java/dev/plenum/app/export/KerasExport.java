package dev.plenum.app.export;

import dev.plenum.app.config.UsageException;
import dev.plenum.app.importing.ModelImport;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.keras.KerasModelFile;
import dev.plenum.interchange.keras.KerasWeightsFile;
import dev.plenum.persistence.AtomicFiles.Content;
import dev.plenum.persistence.SavedModel;
import java.util.Locale;

/** A model for Keras. */
final class KerasExport {
  private KerasExport() {}

  /** A whole model; it takes what the one took that it was imported from. */
  static Content model(Exported exported) {
    return KerasModelFile.content(
        network(exported), ModelImport.rescaling(exported.first().provenance()));
  }

  static Content weights(Exported exported) {
    return KerasWeightsFile.content(network(exported));
  }

  private static TrainedNetwork network(Exported exported) {
    if (exported.combination().isPresent()) {
      throw new UsageException(String.format(
          Locale.ROOT,
          "Keras's files hold one network, this is a committee of %d; an .onnx file can hold it",
          exported.models().size()));
    }
    SavedModel model = exported.first();
    return new TrainedNetwork(model.network(), model.weights());
  }
}

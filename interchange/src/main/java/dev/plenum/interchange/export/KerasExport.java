package dev.plenum.interchange.export;

import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ModelImport;
import dev.plenum.interchange.keras.KerasModelFile;
import dev.plenum.interchange.keras.KerasWeightsFile;
import dev.plenum.interchange.keras.Normalization;
import dev.plenum.persistence.AtomicFiles.Content;
import dev.plenum.persistence.SavedModel;
import dev.plenum.persistence.SavedNormalisation;
import java.util.Locale;
import java.util.Optional;

/** A model for Keras. */
final class KerasExport {
  private KerasExport() {}

  /** A whole model; it takes what the one took that it was imported from. */
  static Content model(Exported exported) {
    TrainedNetwork network = network(exported);
    return KerasModelFile.content(
        network,
        ModelImport.rescaling(exported.first().provenance()),
        normalisation(exported).map(saved -> layer(saved, network)));
  }

  private static Normalization layer(SavedNormalisation saved, TrainedNetwork network) {
    try {
      return Normalization.of(saved, network.network().input());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this cannot be exported to Keras: %s; an .onnx file can hold it"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Optional<SavedNormalisation> normalisation(Exported exported) {
    return exported.first().preprocessing().normalisation();
  }

  static Content weights(Exported exported) {
    if (normalisation(exported).isPresent()) {
      throw new IllegalArgumentException(
          "a file of weights cannot hold the model's normalisation, without which they predict wrongly;"
              + " a .keras file can, if Keras has a layer for it");
    }
    return KerasWeightsFile.content(network(exported));
  }

  private static TrainedNetwork network(Exported exported) {
    if (exported.combination().isPresent()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "Keras's files hold one network, this is a committee of %d; an .onnx file can hold it",
          exported.models().size()));
    }
    SavedModel model = exported.first();
    return new TrainedNetwork(model.network(), model.weights());
  }
}

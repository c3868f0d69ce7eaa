package dev.plenum.interchange.export;

import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ModelImport;
import dev.plenum.interchange.keras.KerasModelFile;
import dev.plenum.interchange.keras.Normalization;
import dev.plenum.persistence.AtomicFiles.Content;

/** A whole model for Keras 3; it takes what the one took that it was imported from. */
public final class KerasModelExport implements ExportFormat {
  /** Made by the ServiceLoader. */
  public KerasModelExport() {}

  @Override
  public String ending() {
    return ".keras";
  }

  @Override
  public Content content(Exported exported) {
    TrainedNetwork network = exported.onlyNetwork("Keras's files");
    try {
      return KerasModelFile.content(
          network,
          ModelImport.rescaling(exported.first().provenance()),
          exported
              .normalisation()
              .map(saved -> Normalization.of(saved, network.network().input())));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this cannot be exported to Keras: %s; an .onnx file can hold it"
              .formatted(e.getMessage()),
          e);
    }
  }
}

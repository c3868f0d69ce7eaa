package dev.plenum.interchange.export;

import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.persistence.AtomicFiles.Content;
import dev.plenum.persistence.SavedModel;

/** A model for Deeplearning4j, with the normalizer that makes its input of bytes. */
public final class Dl4jExport implements ExportFormat {
  /** Made by the ServiceLoader. */
  public Dl4jExport() {}

  @Override
  public String ending() {
    return ".zip";
  }

  @Override
  public Content content(Exported exported) {
    TrainedNetwork network = exported.onlyNetwork("Deeplearning4j's files");
    SavedModel model = exported.first();
    try {
      return Dl4jModelFile.content(network, model.optimizer(), model.preprocessing());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this cannot be exported to Deeplearning4j: %s; an .onnx file can hold it"
              .formatted(e.getMessage()),
          e);
    }
  }
}

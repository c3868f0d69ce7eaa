package dev.plenum.interchange.export;

import dev.plenum.interchange.keras.KerasWeightsFile;
import dev.plenum.persistence.AtomicFiles.Content;

/** The weights alone, for Keras 3. */
public final class KerasWeightsExport implements ExportFormat {
  /** Made by the ServiceLoader. */
  public KerasWeightsExport() {}

  @Override
  public String ending() {
    return ".weights.h5";
  }

  @Override
  public Content content(Exported exported) {
    if (exported.normalisation().isPresent()) {
      throw new IllegalArgumentException(
          "a file of weights cannot hold the model's normalisation, without which they predict wrongly;"
              + " a .keras file can, if Keras has a layer for it");
    }
    return KerasWeightsFile.content(exported.onlyNetwork("Keras's files"));
  }
}

package dev.plenum.interchange.keras;

import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportedModel;
import java.io.IOException;
import java.nio.file.Path;

/** Whole models of Keras 3. */
public final class KerasModelFormat implements ImportFormat {
  /** Made by the ServiceLoader. */
  public KerasModelFormat() {}

  @Override
  public String ending() {
    return ".keras";
  }

  @Override
  public ImportedModel read(Path file, Given given) throws IOException {
    return KerasModelFile.read(file, given.size());
  }
}

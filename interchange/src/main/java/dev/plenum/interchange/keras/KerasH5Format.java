package dev.plenum.interchange.keras;

import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportedModel;
import java.io.IOException;
import java.nio.file.Path;

/** Whole models in the format of Keras 2. */
public final class KerasH5Format implements ImportFormat {
  /** Made by the ServiceLoader. */
  public KerasH5Format() {}

  @Override
  public String ending() {
    return ".h5";
  }

  @Override
  public ImportedModel read(Path file, Given given) throws IOException {
    return KerasH5File.read(file, given.size());
  }
}

package dev.plenum.interchange.keras;

import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportedModel;
import java.io.IOException;
import java.nio.file.Path;

/** The weights alone, as Keras 3 saves them. */
public final class KerasWeightsFormat implements ImportFormat {
  /** Made by the ServiceLoader. */
  public KerasWeightsFormat() {}

  @Override
  public String ending() {
    return ".weights.h5";
  }

  @Override
  public boolean needsNetwork() {
    return true;
  }

  /**
   * Reads the weights of the network that is given.
   *
   * @throws java.util.NoSuchElementException if none is
   */
  @Override
  public ImportedModel read(Path file, Given given) throws IOException {
    return KerasWeightsFile.read(file, given.network().orElseThrow());
  }
}

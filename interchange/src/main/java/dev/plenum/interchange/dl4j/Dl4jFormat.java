package dev.plenum.interchange.dl4j;

import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportedModel;
import java.io.IOException;
import java.nio.file.Path;

/** Models of Deeplearning4j. */
public final class Dl4jFormat implements ImportFormat {
  /** Made by the ServiceLoader. */
  public Dl4jFormat() {}

  @Override
  public String ending() {
    return ".zip";
  }

  @Override
  public ImportedModel read(Path file, Given given) throws IOException {
    return Dl4jModelFile.read(file, given.size());
  }
}

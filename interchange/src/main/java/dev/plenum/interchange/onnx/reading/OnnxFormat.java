package dev.plenum.interchange.onnx.reading;

import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportedModel;
import java.io.IOException;
import java.nio.file.Path;

/** Classifiers as PyTorch and others export them. */
public final class OnnxFormat implements ImportFormat {
  /** Made by the ServiceLoader. */
  public OnnxFormat() {}

  @Override
  public String ending() {
    return ".onnx";
  }

  @Override
  public ImportedModel read(Path file, Given given) throws IOException {
    return ImportedModel.of(OnnxImport.read(file));
  }
}

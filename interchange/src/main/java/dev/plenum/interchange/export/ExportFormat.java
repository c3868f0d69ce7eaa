package dev.plenum.interchange.export;

import dev.plenum.persistence.AtomicFiles.Content;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that models can be exported to, told apart by how a file's name ends. */
public enum ExportFormat {
  /** The whole classifier as a graph, for ONNX Runtime and others. */
  ONNX(".onnx"),
  /** The weights alone, for any reader of safetensors. */
  SAFETENSORS(".safetensors"),
  /** A model for Keras 3. */
  KERAS_MODEL(".keras"),
  /** The weights alone, for Keras 3. */
  KERAS_WEIGHTS(".weights.h5");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** The format of files of this name. */
  public static Optional<ExportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName());
    return Arrays.stream(values())
        .filter(format -> name.endsWith(format.ending))
        .findFirst();
  }

  /** How the names of files can end. */
  public static List<String> endings() {
    return Arrays.stream(values()).map(format -> format.ending).toList();
  }

  /**
   * The content of the file.
   *
   * @throws IllegalArgumentException if the format cannot hold it; the message says why
   */
  public Content content(Exported exported) {
    return switch (this) {
      case ONNX -> OnnxExport.of(exported);
      case SAFETENSORS -> SafetensorsExport.of(exported);
      case KERAS_MODEL -> KerasExport.model(exported);
      case KERAS_WEIGHTS -> KerasExport.weights(exported);
    };
  }
}

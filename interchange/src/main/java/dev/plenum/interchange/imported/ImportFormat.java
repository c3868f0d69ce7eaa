package dev.plenum.interchange.imported;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that models can be imported from, told apart by how a file's name ends. */
public enum ImportFormat {
  /** A whole model of Keras 3. */
  KERAS_MODEL(".keras"),
  /** The weights alone, as Keras 3 saves them. */
  KERAS_WEIGHTS(".weights.h5"),
  /** A whole model in the format of Keras 2; told apart after the weights, whose names end alike. */
  KERAS_H5(".h5"),
  /** A classifier as PyTorch and others export it. */
  ONNX(".onnx");

  private final String ending;

  ImportFormat(String ending) {
    this.ending = ending;
  }

  /** How the names of such files end. */
  public String ending() {
    return ending;
  }

  /** The format of files of this name. */
  public static Optional<ImportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName());
    return Arrays.stream(values())
        .filter(format -> name.endsWith(format.ending))
        .findFirst();
  }

  /** How the names of files can end. */
  public static List<String> endings() {
    return Arrays.stream(values()).map(ImportFormat::ending).toList();
  }
}

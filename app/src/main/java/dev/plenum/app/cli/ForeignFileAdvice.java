package dev.plenum.app.cli;

import dev.plenum.experiment.process.ShellWords;
import dev.plenum.persistence.ForeignFormat;

/** What to do with a file of another format. */
final class ForeignFileAdvice {
  private ForeignFileAdvice() {}

  /**
   * What to type, or what to do elsewhere.
   *
   * @param name the file's, as the user typed it
   */
  static String of(ForeignFormat format, String name) {
    String word = ShellWords.quote(name);
    return switch (format) {
      case GIT_LFS_POINTER -> "Fetch it with 'git lfs pull'";
      case HDF5 ->
        name.endsWith(".weights.h5")
            ? "Make a model file of it and the network that it belongs to: plenum import %s model.plenum --network NAME|FILE"
                .formatted(word)
            : "If it is a whole model of Keras's, make a model file of it, from a name that ends in .h5: plenum import %s model.plenum"
                .formatted(name.endsWith(".h5") ? word : "model.h5");
      case KERAS_MODEL, ONNX, DEEPLEARNING4J ->
        "Make a model file of it: plenum import %s model.plenum".formatted(word);
      case PYTORCH, TFLITE, SAVED_MODEL ->
        "It cannot be imported; what can is what Keras saves as .keras, .h5 or .weights.h5, Deeplearning4j's .zip, and ONNX";
      case SAFETENSORS ->
        "Use the model file that it was exported from; weights are imported from Keras's .weights.h5";
    };
  }
}

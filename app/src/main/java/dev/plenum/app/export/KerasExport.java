package dev.plenum.app.export;

import dev.plenum.app.config.UsageException;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.SavedModel;
import java.util.Locale;

/** A model for Keras. */
final class KerasExport {
  private KerasExport() {}

  static TrainedNetwork of(Exported exported) {
    if (exported.combination().isPresent()) {
      throw new UsageException(String.format(
          Locale.ROOT,
          "Keras's files hold one network, this is a committee of %d; an .onnx file can hold it",
          exported.models().size()));
    }
    SavedModel model = exported.first();
    return new TrainedNetwork(model.network(), model.weights());
  }
}

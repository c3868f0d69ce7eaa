package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.data.NumberedImages;

/** Trainings of {@link ScriptedModel}s. */
final class Trainings {
  private Trainings() {}

  /** So many epochs with validation. */
  static Fit epochs(int epochs, Callback... callbacks) {
    return Fit.epochs(epochs)
        .batchSize(ScriptedModel.BATCH_SIZE)
        .validation(NumberedImages.of(3))
        .callbacks(callbacks);
  }

  static History run(ScriptedModel model, Fit fit) {
    return model.fit(ScriptedModel.TRAIN, fit);
  }

  /** Trains a model as many epochs as its script has. */
  static History run(double[] script, Callback... callbacks) {
    return run(new ScriptedModel(script), epochs(script.length, callbacks));
  }
}

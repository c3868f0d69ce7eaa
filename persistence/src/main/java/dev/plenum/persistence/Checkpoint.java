package dev.plenum.persistence;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training between two steps, with everything that it needs to continue as it would have.
 *
 * @param model network, weights and optimizer
 * @param subject what the weights follow from
 * @param position how far it is
 * @param callbacks what the callbacks remember, by their names
 */
record Checkpoint(
    SavedModel model,
    CheckpointSubject subject,
    TrainingPosition position,
    Map<String, Callback.State> callbacks) {

  /** Copies the map, keeping its order. */
  Checkpoint {
    callbacks = Collections.unmodifiableMap(new LinkedHashMap<>(callbacks));
  }

  /** The present point of a training. */
  static Checkpoint of(Training training, CheckpointSubject subject, SavedModel model) {
    return new Checkpoint(
        model, subject, training.position(), CallbackStates.of(training.fit().callbacks()));
  }

  /**
   * Puts a model and the callbacks to this point.
   *
   * @return the fit that continues from here
   * @throws IllegalArgumentException if this is the checkpoint of another training; nothing has been
   *     changed then
   */
  Fit restore(Model live, CheckpointSubject other, Fit fit) {
    subject.requireSame(other);
    requireSame("network", model.network(), live.network());
    subject.requireSameStart(other);
    requireSame("optimizer", model.optimizer(), live.optimizer().spec());
    position.history().epochs().stream()
        .findFirst()
        .ifPresent(epoch -> requireSame(
            "list of metrics", List.copyOf(epoch.metrics().keySet()), fit.metricNames()));
    CallbackStates.restore(fit.callbacks(), callbacks);
    live.setWeights(model.weights());
    live.optimizer().setState(model.optimizerState());
    return fit.start(position);
  }

  static void requireSame(String what, Object saved, Object found) {
    if (!saved.equals(found)) {
      throw new IllegalArgumentException(
          "the checkpoint is of another training: its %s is %s, here it is %s"
              .formatted(what, saved, found));
    }
  }
}

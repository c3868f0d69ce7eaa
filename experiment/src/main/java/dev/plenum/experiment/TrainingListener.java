package dev.plenum.experiment;

import dev.plenum.api.Callback;
import dev.plenum.api.TrainingPosition;

/** Is notified of what becomes of trainings, to show it. Does nothing, unless a method is overridden. */
public interface TrainingListener {

  /** Shows nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /** Follows one training from its start to its end, which may be a failure. */
  interface Follower extends Callback, AutoCloseable {
    @Override
    default boolean onlyWatches() {
      return true;
    }

    @Override
    default void close() {}
  }

  /** A training begins; what is returned is called like a callback, and closed at the end. */
  default Follower begins(Recipe recipe, TrainingData data) {
    return new Follower() {};
  }

  /** A training resumes from a checkpoint. */
  default void resumes(TrainingPosition position) {}

  /** A callback says in Keras's words what it does, in one line. */
  default void announces(String line) {}
}

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

  /**
   * A training begins.
   *
   * @param recipe how the network is trained
   * @param data what it is trained on
   * @return what is called like a callback, and closed at the end
   */
  default Follower begins(Recipe recipe, TrainingData data) {
    return new Follower() {};
  }

  /**
   * A training resumes from a checkpoint.
   *
   * @param position where it goes on, with what was measured before
   */
  default void resumes(TrainingPosition position) {}

  /**
   * A callback says in Keras's words what it does.
   *
   * @param line what it says, in one line
   */
  default void announces(String line) {}
}

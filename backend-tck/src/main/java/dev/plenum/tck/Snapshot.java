package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.tensor.NamedTensors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps everything that a resume needs, as it was after one step. */
final class Snapshot implements Callback {
  private final Callback steering;
  private final int epoch;
  private final int step;
  private @Nullable TrainingPosition position;
  private @Nullable NamedTensors weights;
  private @Nullable OptimizerState optimizer;
  private @Nullable State state;

  private Snapshot(Callback steering, int epoch, int step) {
    this.steering = steering;
    this.epoch = epoch;
    this.step = step;
  }

  /**
   * Asserts that a training ends with the same bits where it is resumed after the second step of its second
   * epoch.
   *
   * @param whole a new model
   * @param resumed another one like it
   * @param steering makes the callback that steers each of the trainings
   */
  static void assertResumed(
      Model whole, Model resumed, Dataset train, Fit fit, Supplier<Callback> steering) {
    Callback first = steering.get();
    Callback second = steering.get();
    Snapshot snapshot = new Snapshot(first, 1, 1);
    History expected = whole.fit(train, fit.callbacks(first, snapshot));
    TrainingPosition start = snapshot.restore(resumed, second);
    History actual = resumed.fit(train, fit.callbacks(second).start(start));
    assertEquals(whole.weights().sha256(), resumed.weights().sha256());
    assertEquals(expected.values("loss"), actual.values("loss"));
    assertEquals(expected.values("accuracy"), actual.values("accuracy"));
  }

  @Override
  public void onTrainBatchEnd(Training training, int finished, BatchResult result) {
    if (training.position().epoch() == epoch && finished == step) {
      position = training.position();
      weights = training.model().weights();
      optimizer = training.model().optimizer().state();
      state = steering.state();
    }
  }

  private TrainingPosition restore(Model model, Callback other) {
    assertNotNull(weights, "the step was never reached");
    assertNotNull(optimizer);
    assertNotNull(position);
    assertNotNull(state);
    model.setWeights(weights);
    model.optimizer().setState(optimizer);
    other.setState(state);
    return position;
  }
}

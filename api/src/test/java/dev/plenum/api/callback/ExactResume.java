package dev.plenum.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.tensor.NamedTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Interrupts a training at every point where it can be saved, and resumes it with other instances. */
final class ExactResume {
  /** All that a training is resumed from. */
  private record Checkpoint(
      TrainingPosition position,
      NamedTensors weights,
      OptimizerState optimizer,
      Callback.State callback) {}

  private ExactResume() {}

  /**
   * Asserts that a training with the callback ends the same, wherever it was interrupted.
   *
   * @return what was measured
   */
  static History assertExact(double[] script, Supplier<Callback> callbacks) {
    List<Checkpoint> checkpoints = new ArrayList<>();
    ScriptedModel whole = new ScriptedModel(script);
    Callback callback = callbacks.get();
    History history = Trainings.run(
        whole, Trainings.epochs(script.length, callback, new Saver(callback, checkpoints)));
    assertEquals((2 + ScriptedModel.STEPS) * history.epochs().size(), checkpoints.size());
    for (Checkpoint checkpoint : checkpoints) {
      ScriptedModel model = new ScriptedModel(script);
      model.setWeights(checkpoint.weights());
      model.setState(checkpoint.optimizer());
      Callback resumed = callbacks.get();
      resumed.setState(checkpoint.callback());
      History same = Trainings.run(
          model, Trainings.epochs(script.length, resumed).start(checkpoint.position()));
      String where = "from " + checkpoint.position();
      assertEquals(metrics(history), metrics(same), where);
      assertEquals(whole.weights(), model.weights(), where);
      assertEquals(whole.state(), model.state(), where);
      assertEquals(callback.state(), resumed.state(), where);
    }
    return history;
  }

  /** All but the times. */
  private static List<Map<String, Double>> metrics(History history) {
    return history.epochs().stream().map(EpochRecord::metrics).toList();
  }

  private record Saver(Callback callback, List<Checkpoint> checkpoints) implements Callback {
    private void save(Training training) {
      checkpoints.add(new Checkpoint(
          training.position(),
          training.model().weights(),
          training.model().optimizer().state(),
          callback.state()));
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
      save(training);
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, BatchResult result) {
      save(training);
    }

    @Override
    public void onEpochEnd(Training training, EpochRecord epoch) {
      save(training);
    }
  }
}

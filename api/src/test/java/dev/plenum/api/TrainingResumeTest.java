package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.NumberedImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrainingResumeTest {
  private static final Fit FIT = Fit.epochs(3).batchSize(4).validation(NumberedImages.of(5));

  /** A point of a training, with the optimizer as it was then. */
  private record Checkpoint(TrainingPosition position, OptimizerState optimizer) {}

  @Test
  void fromEveryPointTheTrainingGoesOnExactlyAsItWould() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    FakeModel whole = new FakeModel();
    History history = fit(whole, FIT.callbacks(checkpointing(checkpoints)));
    assertEquals(3 * (1 + 3 + 1), checkpoints.size());
    for (Checkpoint checkpoint : checkpoints) {
      FakeModel resumed = new FakeModel();
      resumed.optimizer().setState(checkpoint.optimizer());
      History same = fit(resumed, FIT.start(checkpoint.position()));
      int done = (int) checkpoint.optimizer().iterations();
      assertEquals(whole.steps().subList(done, 9), resumed.steps());
      assertEquals(metrics(history), metrics(same));
    }
  }

  private static Callback checkpointing(List<Checkpoint> checkpoints) {
    return new Callback() {
      private void save(Training training) {
        checkpoints.add(
            new Checkpoint(training.position(), training.model().optimizer().state()));
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
    };
  }

  @Test
  void anEpochThatHadBegunDoesNotBeginAgain() {
    List<String> events = new ArrayList<>();
    fit(
        new FakeModel(),
        FIT.start(new TrainingPosition(2, 2, 20, 4, 8, 1, History.empty()))
            .callbacks(new EventRecorder("", events)));
    assertEquals(
        List.of("train begin", "batch 2 begin", "batch 2 end", "epoch 2 end", "train end"), events);
  }

  @Test
  void theTimeOfAnEpochGoesOn() {
    TrainingPosition start = new TrainingPosition(2, 2, 20, 4, 8, 100, History.empty());
    double seconds = fit(new FakeModel(), FIT.start(start)).epochs().get(0).seconds();
    assertEquals(100, seconds, 5);
  }

  @Test
  void afterTheLastEpochThereIsNothingToDo() {
    History history = new History(List.of(new EpochRecord(2, Map.of("loss", 1.0), 1)));
    FakeModel model = new FakeModel();
    assertEquals(history, fit(model, FIT.start(new TrainingPosition(3, 0, 0, 0, 0, 0, history))));
    assertEquals(List.of(), model.steps());
  }

  @Test
  void aStepBeyondTheEpochIsRefused() {
    TrainingPosition start = new TrainingPosition(0, 4, 0, 0, 0, 0, History.empty());
    assertRefused(() -> fit(new FakeModel(), FIT.start(start)), "step 4 of 3");
  }

  private static History fit(Model model, Fit fit) {
    return model.fit(NumberedImages.of(10), fit);
  }

  /** All but the times. */
  private static List<Map<String, Double>> metrics(History history) {
    return history.epochs().stream().map(EpochRecord::metrics).toList();
  }
}

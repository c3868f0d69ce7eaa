package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrainingCallbacksTest {
  private static final Dataset TRAIN = NumberedImages.of(10);
  private final FakeModel model = new FakeModel();
  private final List<String> events = new ArrayList<>();

  @Test
  void hooksAreCalledInKerasOrder() {
    model.fit(TRAIN, Fit.epochs(2).batchSize(6).callbacks(new EventRecorder("", events)));
    assertEquals(
        List.of(
            "train begin",
            "epoch 0 begin",
            "batch 0 begin",
            "batch 0 end",
            "batch 1 begin",
            "batch 1 end",
            "epoch 0 end",
            "epoch 1 begin",
            "batch 0 begin",
            "batch 0 end",
            "batch 1 begin",
            "batch 1 end",
            "epoch 1 end",
            "train end"),
        events);
  }

  @Test
  void callbacksAreCalledInTheirOrder() {
    model.fit(
        TRAIN,
        Fit.epochs(1)
            .batchSize(10)
            .callbacks(new EventRecorder("a ", events), new EventRecorder("b ", events)));
    assertEquals(List.of("a train begin", "b train begin"), events.subList(0, 2));
    assertEquals(List.of("a train end", "b train end"), events.subList(10, 12));
  }

  @Test
  void batchHooksGetTheResultOfTheirStep() {
    List<BatchResult> results = new ArrayList<>();
    model.fit(TRAIN, Fit.epochs(1).batchSize(6).callbacks(new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        results.add(result);
      }
    }));
    assertEquals(List.of(6, 4), results.stream().map(BatchResult::size).toList());
    assertEquals(45, results.stream().mapToDouble(BatchResult::lossSum).sum());
  }

  @Test
  void aCallbackSeesTheTrainingAndTheEpochWithItsValidation() {
    Fit fit = Fit.epochs(1).batchSize(6).validation(NumberedImages.of(7)).callbacks(new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        assertSame(model, training.model());
        assertEquals(1, training.fit().epochs());
        assertEquals(2, training.stepsPerEpoch());
        assertEquals(5 / 7.0, epoch.value("val_accuracy"));
        assertEquals(
            new TrainingPosition(1, 0, 0, 0, 0, 0, new History(List.of(epoch))),
            training.position());
        events.add("seen");
      }
    });
    model.fit(TRAIN, fit);
    assertEquals(List.of("seen"), events);
  }

  @Test
  void theLearningRateThatACallbackSetsActsAtOnceAndIsLogged() {
    History history = model.fit(TRAIN, Fit.epochs(3).batchSize(6).callbacks(new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        training.model().optimizer().setLearningRate(0.1 * (epoch.epoch() + 1));
      }
    }));
    assertEquals(
        List.of(0.01, 0.01, 0.1, 0.1, 0.2, 0.2),
        model.steps().stream().map(FakeModel.Step::learningRate).toList());
    assertEquals(List.of(0.01, 0.1, 0.2), history.values("learning_rate"));
  }

  @Test
  void aLearningRateSetBeforeAStepActsInThatStep() {
    model.fit(TRAIN, Fit.epochs(1).batchSize(6).callbacks(new Callback() {
      @Override
      public void onTrainBatchBegin(Training training, int step) {
        training.model().optimizer().setLearningRate(step + 1);
      }
    }));
    assertEquals(
        List.of(1.0, 2.0),
        model.steps().stream().map(FakeModel.Step::learningRate).toList());
  }

  @Test
  void aStopInMidEpochEndsTheEpochWithWhatWasTrained() {
    Callback stop = new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        if (training.position().epoch() == 1 && step == 1) {
          training.stop();
        }
      }
    };
    History history = model.fit(
        NumberedImages.of(100),
        Fit.epochs(5).batchSize(10).callbacks(stop, new EventRecorder("", events)));
    assertEquals(12, model.steps().size());
    assertEquals(2, history.epochs().size());
    double loss = model.batches().subList(10, 12).stream()
            .flatMap(List::stream)
            .mapToInt(i -> i)
            .sum()
        / 20.0;
    assertEquals(List.of(49.5, loss), history.values("loss"));
    assertEquals(
        List.of("batch 1 end", "epoch 1 end", "train end"),
        events.subList(events.size() - 3, events.size()));
  }

  @Test
  void aStopAtAnEpochsEndEndsTheTraining() {
    History history = model.fit(TRAIN, Fit.epochs(5).callbacks(new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        training.stop();
      }
    }));
    assertEquals(1, history.epochs().size());
  }

  @Test
  void aStopBeforeAnEpochsFirstStepLeavesNoRecordOfIt() {
    Callback stop = new Callback() {
      @Override
      public void onEpochBegin(Training training, int epoch) {
        if (epoch == 1) {
          training.stop();
        }
      }
    };
    History history =
        model.fit(TRAIN, Fit.epochs(5).callbacks(stop, new EventRecorder("", events)));
    assertEquals(1, history.epochs().size());
    assertEquals(1, model.steps().size());
    assertEquals(List.of("epoch 1 begin", "train end"), events.subList(5, 7));
  }

  @Test
  void aStopBeforeTheFirstEpochTrainsNothing() {
    History history = model.fit(TRAIN, Fit.epochs(5).callbacks(new Callback() {
      @Override
      public void onTrainBegin(Training training) {
        training.stop();
      }
    }));
    assertEquals(History.empty(), history);
    assertTrue(model.steps().isEmpty());
  }
}

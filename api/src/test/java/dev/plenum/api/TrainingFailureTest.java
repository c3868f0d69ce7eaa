package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TrainingFailureTest {
  private static final Seed SEED = new Seed(1);
  private static final Dataset TRAIN = NumberedImages.of(100);
  private static final Fit FIT = Fit.epochs(3).batchSize(10);

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aLossThatIsNoNumberEndsTheTrainingWithPlaceAndRate(double loss) {
    FakeModel model = new FakeModel(
        SEED,
        step -> new BatchResult(step.step() == 13 ? loss : 1, 0, step.images().size()));
    List<String> events = new ArrayList<>();
    assertRefused(
        TrainingDivergedException.class,
        () -> model.fit(TRAIN, FIT.callbacks(new EventRecorder("", events))),
        String.valueOf(loss),
        "epoch 2",
        "step 4 of 10",
        "learning rate 0.01",
        "Try");
    assertEquals(14, model.steps().size());
    assertEquals("batch 3 begin", events.get(events.size() - 1), "no hook after the failure");
  }

  @Test
  void anExceptionInTheModelComesOutAsItIs() {
    RuntimeException broken = new RuntimeException("broken");
    FakeModel model = new FakeModel(SEED, step -> {
      throw broken;
    });
    assertSame(broken, assertThrows(RuntimeException.class, () -> model.fit(TRAIN, FIT)));
  }

  @Test
  void anExceptionInACallbackComesOutAsItIs() {
    RuntimeException broken = new RuntimeException("broken");
    Callback callback = new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        throw broken;
      }
    };
    FakeModel model = new FakeModel();
    assertSame(
        broken,
        assertThrows(RuntimeException.class, () -> model.fit(TRAIN, FIT.callbacks(callback))));
    assertEquals(1, model.steps().size());
  }

  @Test
  void anInterruptEndsTheTrainingAndIsKept() {
    FakeModel model = new FakeModel(SEED, step -> {
      Thread.currentThread().interrupt();
      return new BatchResult(1, 0, step.images().size());
    });
    assertRefused(IllegalStateException.class, () -> model.fit(TRAIN, FIT), "interrupted");
    assertTrue(Thread.interrupted());
    assertEquals(1, model.steps().size());
  }

  @Test
  void aTrainingThatSucceedsLeavesTheThreadUninterrupted() {
    new FakeModel().fit(TRAIN, FIT);
    assertFalse(Thread.currentThread().isInterrupted());
  }
}

package dev.plenum.tck;

import static dev.plenum.tck.Closeness.assertLoss;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A model that is closed while others use it: they get right answers, or a message that it is closed. */
abstract class ClosingInUseConformance extends ConformanceGroup {
  private static final Samples SAMPLES = Samples.of(Trajectory.NETWORK, 6, 1);

  ClosingInUseConformance(BackendConformance kit) {
    super(kit);
  }

  private Model compile() {
    return compile(Trajectory.NETWORK, Adam.defaults());
  }

  @Test
  void whoPredictsWhileAnotherClosesIsAnsweredRightlyOrRefused() throws Exception {
    double loss;
    try (Model alone = compile()) {
      loss = alone.evaluate(SAMPLES.dataset()).loss();
    }
    for (int round = 0; round < Crowd.ROUNDS; round++) {
      closeWhileUsed(List.of(
          model -> assertEquals(
              loss, model.evaluate(SAMPLES.dataset()).loss(), tolerances().loss()),
          model -> model.predict(SAMPLES.images(), 6, new float[6 * model.classes()]),
          model -> model.logits(SAMPLES.images(), 2, new float[2 * model.classes()])));
    }
  }

  @Test
  void whoTrainsWhileAnotherClosesIsAnsweredRightlyOrRefused() throws Exception {
    List<Double> losses = new ArrayList<>();
    try (Model alone = compile()) {
      for (int step = 0; step < 20; step++) {
        losses.add(alone.trainOnBatch(SAMPLES.batch(), step).lossSum());
      }
    }
    for (int round = 0; round < Crowd.ROUNDS; round++) {
      AtomicInteger next = new AtomicInteger();
      closeWhileUsed(List.of(
          model -> {
            int step = next.getAndIncrement();
            double loss = model.trainOnBatch(SAMPLES.batch(), step).lossSum();
            if (step < losses.size()) {
              assertLoss("step " + step, losses.get(step), loss, tolerances().loss());
            }
          },
          Model::weights,
          model -> model.optimizer().state(),
          model -> model.layers().get(0).weights()));
    }
  }

  /** Each use again and again on a thread of its own, until the model is closed. */
  private void closeWhileUsed(List<Consumer<Model>> uses) throws Exception {
    Model model = compile();
    CountDownLatch used = new CountDownLatch(uses.size());
    List<Crowd.Work> works = new ArrayList<>();
    for (Consumer<Model> use : uses) {
      works.add(() -> {
        try {
          use.accept(model);
        } finally {
          used.countDown();
        }
        assertClosed(() -> useForEver(model, use));
      });
    }
    works.add(() -> {
      used.await();
      model.close();
      assertClosed(model::weights);
    });
    Crowd.together(works);
  }

  private static void useForEver(Model model, Consumer<Model> use) {
    while (true) {
      use.accept(model);
    }
  }

  private static void assertClosed(Runnable use) {
    assertMessage(assertThrows(IllegalStateException.class, use::run), "closed");
  }

  @Test
  void aTrainingEndsWhenAnotherThreadClosesItsModel() throws Exception {
    Dataset images = SAMPLES.dataset();
    for (int round = 0; round < Crowd.ROUNDS; round++) {
      Model model = compile();
      CountDownLatch begun = new CountDownLatch(1);
      Callback signal = new Callback() {
        @Override
        public void onTrainBatchEnd(Training training, int step, BatchResult result) {
          begun.countDown();
        }
      };
      Fit endless = Fit.epochs(Integer.MAX_VALUE).batchSize(2).validation(images);
      Crowd.together(List.of(
          () -> assertClosed(() -> model.fit(images, endless.callbacks(signal))), () -> {
            begun.await();
            model.close();
          }));
    }
  }

  @Test
  void aCallbackMayUseAndCloseItsModel() {
    Dataset images = SAMPLES.dataset();
    Model model = compile();
    List<Double> losses = new ArrayList<>();
    Callback callback = new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        losses.add(training.model().evaluate(images).loss());
        training.model().setWeights(training.model().weights());
        if (epoch.epoch() == 1) {
          training.model().close();
        }
      }
    };
    assertClosed(() -> model.fit(images, Fit.epochs(5).callbacks(callback)));
    assertEquals(2, losses.size());
  }
}

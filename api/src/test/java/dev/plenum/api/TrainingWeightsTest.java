package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.NumberedImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much images count in a training, and what happens to the weights when it ends. */
@Timeout(20)
class TrainingWeightsTest {
  private static final Dataset TRAIN = NumberedImages.of(10);
  private final FakeModel model = new FakeModel();

  /** The number of each image that was trained on, with its weight. */
  private List<String> weighed(Fit fit) {
    List<String> seen = new ArrayList<>();
    model.fit(TRAIN, fit.batchSize(4).callbacks(new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        Batch batch = training.batch();
        List<Integer> numbers = NumberedImages.numbers(batch);
        for (int i = 0; i < batch.size(); i++) {
          seen.add(numbers.get(i) + ":" + batch.weight(i));
        }
      }
    }));
    return seen.stream().sorted().toList();
  }

  @Test
  void everyImageHasTheWeightOfItsClassInEveryEpoch() {
    List<String> once = List.of(
        "0:0.5", "1:1.0", "2:2.0", "3:0.5", "4:1.0", "5:2.0", "6:0.5", "7:1.0", "8:2.0", "9:0.5");
    assertEquals(once, weighed(Fit.epochs(1).weights(ImageWeights.ofClasses(0.5, 1, 2))));
    List<String> twice = new ArrayList<>(once);
    twice.addAll(once);
    assertEquals(
        twice.stream().sorted().toList(),
        weighed(Fit.epochs(2).weights(ImageWeights.ofClasses(0.5, 1, 2))));
  }

  @Test
  void orItsOwnOrOne() {
    assertEquals(
        List.of(
            "0:0.0", "1:0.1", "2:0.2", "3:0.3", "4:0.4", "5:0.5", "6:0.6", "7:0.7", "8:0.8",
            "9:0.9"),
        weighed(Fit.epochs(1)
            .weights(ImageWeights.ofImages(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))));
    assertEquals(
        10,
        weighed(Fit.epochs(1)).stream().filter(each -> each.endsWith(":1.0")).count());
  }

  @Test
  void weightsOfAnotherNumberAreRefusedBeforeTheFirstStep() {
    List<String> events = new ArrayList<>();
    Fit fit = Fit.epochs(1).callbacks(new EventRecorder("", events));
    assertRefused(
        () -> model.fit(TRAIN, fit.weights(ImageWeights.ofClasses(1, 2))),
        "each of the 3 classes, found 2 weights");
    assertRefused(
        () -> model.fit(TRAIN, fit.weights(ImageWeights.ofImages(1, 2, 3))),
        "each of the 10 images, found 3 weights");
    assertEquals(List.of(), model.steps());
    assertEquals(List.of(), events);
  }

  /** So the validation of every epoch, and what is saved then, is of the weights that training goes on with. */
  @Test
  void theOptimizerFinishesOnceBehindTheLastEpochAndBeforeTheTrainingEnds() {
    List<String> events = new ArrayList<>();
    model.optimizer().whenFinished(() -> events.add("finished"));
    model.fit(TRAIN, Fit.epochs(2).batchSize(10).callbacks(new EventRecorder("", events)));
    assertEquals(
        List.of("epoch 1 end", "finished", "train end"),
        events.subList(events.size() - 3, events.size()));
    assertEquals(1, events.stream().filter("finished"::equals).count());
  }
}

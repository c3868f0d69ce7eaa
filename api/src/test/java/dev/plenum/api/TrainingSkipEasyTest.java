package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.SkipEasy;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images a training leaves out, and how it resumes. */
@Timeout(20)
class TrainingSkipEasyTest {
  private static final Seed SEED = new Seed(7);
  private static final int IMAGES = 40;
  private static final Dataset TRAIN = NumberedImages.of(IMAGES);
  private static final int EPOCHS = 8;

  /** Half of the images are below the mean of 0.5. */
  private static double loss(int number) {
    return number % 2 == 0 ? 0.1 : 0.9;
  }

  /** What each epoch shows: the factor of each image, by its number. */
  private static final class Shown implements Callback {
    final List<Map<Integer, Double>> epochs = new ArrayList<>();
    final List<State> states = new ArrayList<>();
    final List<TrainingPosition> positions = new ArrayList<>();
    private final SkipEasy watched;

    Shown(SkipEasy watched) {
      this.watched = watched;
      IntStream.range(0, EPOCHS).forEach(epoch -> epochs.add(new TreeMap<>()));
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, BatchResult result) {
      Batch batch = training.batch();
      for (int i = 0; i < batch.size(); i++) {
        epochs.get(training.position().epoch()).put(batch.index(i), batch.weight(i));
      }
      keep(training);
    }

    @Override
    public void onEpochEnd(Training training, EpochRecord epoch) {
      keep(training);
    }

    private void keep(Training training) {
      states.add(watched.state());
      positions.add(training.position());
    }
  }

  private static Shown train(
      SkipEasy skipping, IntToDoubleFunction losses, TrainingPosition start) {
    Shown shown = new Shown(skipping);
    Fit fit = Fit.epochs(EPOCHS).batchSize(6).callbacks(skipping, shown).start(start);
    new FakeModel(SEED).losses(losses).fit(TRAIN, fit);
    return shown;
  }

  private static Shown train(SkipEasy skipping, IntToDoubleFunction losses) {
    return train(skipping, losses, TrainingPosition.START);
  }

  private static Map<Integer, Double> all() {
    return IntStream.range(0, IMAGES)
        .boxed()
        .collect(Collectors.toMap(image -> image, image -> 1.0));
  }

  /** Of images that are easy where their number is even. */
  private static Map<Integer, Double> withoutEasy(int epoch, double share) {
    Map<Integer, Double> shown = new TreeMap<>(all());
    for (int image = 0; image < IMAGES; image += 2) {
      CounterRandom random = CounterRandom.of(Purpose.SKIPPING, SEED, epoch, image);
      if (random.uniform(0) < share) {
        shown.remove(image);
      } else {
        shown.put(image, 1 / (1 - share));
      }
    }
    return shown;
  }

  @Test
  void easyImagesAreLeftOutAtRandomOrCountMoreButNotInTheFirstAndTheLastEpochs() {
    List<Map<Integer, Double>> epochs =
        train(SkipEasy.share(0.5), TrainingSkipEasyTest::loss).epochs;
    assertEquals(all(), epochs.get(0));
    for (int epoch = 1; epoch < 7; epoch++) {
      assertEquals(withoutEasy(epoch, 0.5), epochs.get(epoch));
    }
    assertEquals(all(), epochs.get(7));
    assertNotEquals(epochs.get(1), epochs.get(2));
  }

  @Test
  void theShareAndTheEpochsCanBeChosen() {
    List<Map<Integer, Double>> epochs =
        train(SkipEasy.share(0.9).until(0.49), TrainingSkipEasyTest::loss).epochs;
    assertEquals(withoutEasy(1, 0.9), epochs.get(1));
    assertEquals(withoutEasy(2, 0.9), epochs.get(2));
    assertEquals(all(), epochs.get(3));
    assertEquals(
        withoutEasy(7, 0.9),
        train(SkipEasy.share(0.9).until(1), TrainingSkipEasyTest::loss).epochs.get(7));
  }

  /** Their losses of 100 would else make the mean 10.5, above all others. */
  @Test
  void aLossCountsAsAtMostThatOfAGuess() {
    IntToDoubleFunction wrong = number -> number < 4 ? 100 : loss(number); // mean with ln 3: 0.56
    Map<Integer, Double> shown = train(SkipEasy.share(0.5), wrong).epochs.get(1);
    for (int image = 5; image < IMAGES; image += 2) {
      assertEquals(1, shown.get(image));
    }
    assertEquals(1, shown.get(0));
    assertEquals(1, shown.get(2));
    assertFalse(shown.keySet().containsAll(all().keySet()));
  }

  /** 0.1 added 40 times and divided by 40 is more than 0.1. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.7, 50})
  void imagesOfOneLossAreAllShown(double loss) {
    train(SkipEasy.share(0.9).until(1), number -> loss)
        .epochs
        .forEach(epoch -> assertEquals(all(), epoch));
  }

  @Test
  void theLossIsThatOfTheLastEpochThatShowedTheImage() {
    int[] calls = {0};
    // First even numbers are easy; from the second epoch on what is shown has the loss 0.9.
    IntToDoubleFunction changing = number -> calls[0]++ < IMAGES ? loss(number) : 0.9;
    List<Map<Integer, Double>> epochs = train(SkipEasy.share(0.5), changing).epochs;
    Map<Integer, Double> second = epochs.get(1);
    assertEquals(withoutEasy(1, 0.5), second);
    for (int image = 0; image < IMAGES; image++) {
      if (second.containsKey(image)) {
        assertEquals(1, epochs.get(2).get(image), "image " + image);
      }
    }
    assertTrue(epochs.get(2).size() < IMAGES, "those that were left out are still easy");
  }

  @Test
  void aTrainingResumedAnywhereLeavesTheSameOut() {
    Shown whole = train(SkipEasy.share(0.5), TrainingSkipEasyTest::loss);
    assertTrue(whole.positions.size() > 2 * EPOCHS);
    for (int i = 0; i < whole.positions.size(); i++) {
      SkipEasy skipping = SkipEasy.share(0.5);
      skipping.setState(whole.states.get(i));
      Shown resumed = train(skipping, TrainingSkipEasyTest::loss, whole.positions.get(i));
      int reached = whole.positions.get(i).epoch();
      for (int epoch = reached; epoch < EPOCHS; epoch++) {
        Map<Integer, Double> expected = new TreeMap<>(whole.epochs.get(epoch));
        if (epoch == reached) {
          expected.keySet().retainAll(resumed.epochs.get(epoch).keySet());
        }
        assertEquals(expected, resumed.epochs.get(epoch), "from " + whole.positions.get(i));
      }
      int last = whole.states.size() - 1;
      assertEquals(whole.states.get(last), skipping.state());
    }
  }

  @Test
  void anotherTrainingBeginsAfresh() {
    SkipEasy skipping = SkipEasy.share(0.5);
    List<Map<Integer, Double>> first = train(skipping, TrainingSkipEasyTest::loss).epochs;
    assertEquals(first, train(skipping, TrainingSkipEasyTest::loss).epochs);
  }

  @Test
  void aScheduleOfStepsGoesByThePartOfTheEpochThatIsDone() {
    List<String> calls = new ArrayList<>();
    Callback schedule = LearningRateScheduler.perStep((step, steps) -> {
      calls.add(step + "/" + steps);
      return 1;
    });
    Callback half = new Callback() {
      @Override
      public EpochImages images(Training training, EpochImages images) {
        return training.position().epoch() == 1 ? images.times(index -> index < 4 ? 1 : 0) : images;
      }
    };
    new FakeModel(SEED)
        .fit(NumberedImages.of(10), Fit.epochs(3).batchSize(2).callbacks(half, schedule));
    assertEquals(
        List.of(
            "0/15", "1/15", "2/15", "3/15", "4/15", "5/15", "7/15", "10/15", "11/15", "12/15",
            "13/15", "14/15"),
        calls);
  }

  @Test
  void itSaysWhatItDoes() {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("name", "SkipEasy");
    expected.put("share", 0.5);
    expected.put("until", 0.875);
    assertEquals(expected, SkipEasy.share(0.5).describe());
    assertEquals(expected, SkipEasy.share(0.5).forTraining(line -> {}).describe());
    assertTrue(SkipEasy.share(0.5).dependsOnLength());
    assertFalse(SkipEasy.share(0.5).onlyWatches());
    assertEquals(Callback.State.NONE, SkipEasy.share(0.5).state());
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    for (double share : new double[] {0, 1, -0.5, Double.NaN}) {
      assertRefused(() -> SkipEasy.share(share), "SkipEasy: the share must be", "found " + share);
    }
    for (double until : new double[] {0, 1.01, Double.NaN}) {
      assertRefused(
          () -> SkipEasy.share(0.5).until(until), "the share of the epochs", "found " + until);
    }
  }

  @Test
  void theStateOfOtherImagesIsRefused() {
    SkipEasy skipping = SkipEasy.share(0.5);
    Tensor losses = new Tensor(Shape.of(3), new float[] {1, 1, 1});
    skipping.setState(new Callback.State(
        Map.of(), new NamedTensors(Map.of("losses", losses, "new_losses", losses))));
    assertRefused(
        () -> train(skipping, TrainingSkipEasyTest::loss),
        "the losses of 3 images, but there are 40");
    Tensor fewer = new Tensor(Shape.of(2), new float[] {1, 1});
    assertRefused(
        () -> skipping.setState(new Callback.State(
            Map.of(), new NamedTensors(Map.of("losses", losses, "new_losses", fewer)))),
        "as many losses as new ones, found 3 and 2");
  }

  @Test
  void aModelThatKeepsNoLossesIsRefused() {
    assertThrows(
        IllegalStateException.class, () -> train(SkipEasy.share(0.5), number -> Double.NaN));
  }
}

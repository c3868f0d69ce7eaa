package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which images an epoch shows, by itself and in a training. */
@Timeout(20)
class EpochImagesTest {
  private static final Seed SEED = new Seed(7);

  /** Leaves images out, and notes what is shown. */
  private static final class Choice implements Callback {
    final IntToDoubleFunction factorOf;
    final List<String> shown = new ArrayList<>();

    Choice(IntToDoubleFunction factorOf) {
      this.factorOf = factorOf;
    }

    @Override
    public Map<String, Object> describe() {
      return Described.named("Choice");
    }

    @Override
    public EpochImages images(Training training, EpochImages images) {
      return images.times(factorOf);
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, BatchResult result) {
      Batch batch = training.batch();
      for (int i = 0; i < batch.size(); i++) {
        shown.add(batch.index(i) + ":" + batch.weight(i));
      }
      shown.add("step " + (step + 1) + "/" + training.steps() + "/" + training.stepsPerEpoch());
    }
  }

  @Test
  void factorsAreMultipliedAndZeroLeavesOut() {
    EpochImages all = EpochImages.all(2, 0, 3, 1);
    EpochImages some = all.times(index -> index == 3 ? 0 : index + 1).times(index -> 2);
    assertArrayEquals(new int[] {2, 0, 1}, some.order());
    assertEquals(3, some.size());
    assertEquals(4, some.all());
    assertEquals(6, some.factor(2));
    assertEquals(2, some.factor(0));
    assertArrayEquals(new int[] {2, 0, 3, 1}, all.order(), "it does not change");
    assertEquals(1, all.factor(2));
  }

  @Test
  void factorsOutOfRangeAreRefused() {
    for (double factor : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused(
          () -> EpochImages.all(0, 1).times(index -> factor), "at least 0 and finite, found");
    }
  }

  @Test
  void anEpochKeepsTheOrderOfThoseThatAreLeftAndHasFewerSteps() {
    Choice odd = new Choice(index -> index % 2 == 1 ? 2 : 0);
    FakeModel model = new FakeModel(SEED);
    History history =
        model.fit(NumberedImages.of(14), Fit.epochs(2).batchSize(4).callbacks(odd));
    List<Integer> shown = new ArrayList<>();
    for (int epoch = 0; epoch < 2; epoch++) {
      Arrays.stream(CounterRandom.of(Purpose.SHUFFLE, SEED, epoch).permutation(14))
          .filter(index -> index % 2 == 1)
          .forEach(shown::add);
    }
    assertEquals(shown, model.batches().stream().flatMap(List::stream).toList());
    assertEquals(List.of(4, 3, 4, 3), model.batches().stream().map(List::size).toList());
    assertEquals("step 1/2/4", odd.shown.get(4));
    assertEquals("step 2/2/4", odd.shown.get(8));
    assertEquals(0.0, history.values("accuracy").get(0), "odd numbers are wrong");
  }

  @Test
  void augmentedOnesAreShownInWholeBatchesButAtLeastOne() {
    Choice five = new Choice(index -> index < 5 ? 1 : 0);
    Fit fit = Fit.epochs(1)
        .callbacks(five)
        .augmentation((source, target, offset, shape, random) ->
            System.arraycopy(source, 0, target, offset, shape.size()));
    FakeModel model = new FakeModel(SEED);
    model.fit(NumberedImages.of(14), fit.batchSize(2));
    model.fit(NumberedImages.of(14), fit.batchSize(6));
    assertEquals(List.of(2, 2, 5), model.batches().stream().map(List::size).toList());
  }

  @Test
  void aFactorIsMultipliedWithAWeight() {
    Choice choice = new Choice(index -> index == 0 ? 0 : index);
    Fit fit = Fit.epochs(1).batchSize(4).weights(ImageWeights.ofClasses(1, 10, 100));
    new FakeModel(SEED).fit(NumberedImages.of(4), fit.callbacks(choice));
    assertEquals(
        List.of("1:10.0", "2:200.0", "3:3.0"),
        choice.shown.stream().filter(line -> !line.startsWith("step")).sorted().toList());
  }

  @Test
  void anEpochWithoutImagesIsRefusedByTheCallbacksName() {
    assertRefused(
        () -> new FakeModel(SEED)
            .fit(NumberedImages.of(4), Fit.epochs(1).callbacks(new Choice(index -> 0))),
        "the callback Choice leaves no image for epoch 1");
  }
}

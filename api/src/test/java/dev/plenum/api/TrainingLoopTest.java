package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.metric.ErrorRate;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.TopKAccuracy;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TrainingLoopTest {
  private static final Dataset TRAIN = NumberedImages.of(300);
  private final FakeModel model = new FakeModel();

  @Test
  void everyEpochShowsEveryImageOnce() {
    model.fit(TRAIN, Fit.epochs(3).batchSize(64));
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> sorted = epoch(model, epoch, 5).stream().sorted().toList();
      assertEquals(IntStream.range(0, 300).boxed().toList(), sorted);
    }
  }

  @Test
  void everyEpochHasTheOrderOfItsSeedAndNumber() {
    model.fit(TRAIN, Fit.epochs(3).batchSize(64));
    for (int epoch = 0; epoch < 3; epoch++) {
      int[] order =
          CounterRandom.of(Purpose.SHUFFLE, model.seed(), epoch).permutation(TRAIN.size());
      assertEquals(Arrays.stream(order).boxed().toList(), epoch(model, epoch, 5));
    }
    assertNotEquals(epoch(model, 0, 5), epoch(model, 1, 5));
  }

  @Test
  void theOrderDependsOnTheModelsSeedAlone() {
    FakeModel same = new FakeModel();
    FakeModel other = new FakeModel(new Seed(8));
    for (FakeModel each : List.of(model, same, other)) {
      each.fit(TRAIN, Fit.epochs(2).batchSize(64));
    }
    assertEquals(model.batches(), same.batches());
    assertNotEquals(model.batches(), other.batches());
  }

  @Test
  void theLastSmallerBatchCounts() {
    model.fit(NumberedImages.of(10), Fit.epochs(2).batchSize(4));
    assertEquals(
        List.of(4, 4, 2, 4, 4, 2), model.batches().stream().map(List::size).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 1000, Integer.MAX_VALUE})
  void aBatchSizeAboveTheNumberOfImagesMakesOneStep(int batchSize) {
    History history = model.fit(NumberedImages.of(10), Fit.epochs(2).batchSize(batchSize));
    assertEquals(List.of(10, 10), model.batches().stream().map(List::size).toList());
    assertEquals(List.of(4.5, 4.5), history.values("loss"));
  }

  @Test
  void stepsAreNumberedThroughAllEpochs() {
    model.fit(NumberedImages.of(10), Fit.epochs(3).batchSize(4));
    assertEquals(
        List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L),
        model.steps().stream().map(FakeModel.Step::step).toList());
  }

  @Test
  void lossAndAccuracyOfAnEpochAreMeansOverItsImages() {
    FakeModel weighted = new FakeModel(new Seed(1), step -> {
      int size = step.images().size();
      return size == 4 ? new BatchResult(4 * 1.0, 4, size) : new BatchResult(2 * 4.0, 0, size);
    });
    History history = weighted.fit(NumberedImages.of(10), Fit.epochs(2).batchSize(4));
    assertEquals(List.of(1.6, 1.6), history.values("loss"), "not the mean of the batches' means");
    assertEquals(List.of(0.8, 0.8), history.values("accuracy"));
  }

  @Test
  void withoutValidationThereAreThreeMetrics() {
    EpochRecord epoch = model.fit(TRAIN, Fit.epochs(1)).epochs().get(0);
    assertEquals(
        List.of("loss", "accuracy", "learning_rate"),
        List.copyOf(epoch.metrics().keySet()));
  }

  @Test
  void validationIsMeasuredAtTheEndOfEveryEpoch() {
    Dataset validation = NumberedImages.of(7);
    History history = model.fit(TRAIN, Fit.epochs(2).validation(validation));
    Evaluation expected = model.evaluate(validation);
    assertEquals(List.of(expected.loss(), expected.loss()), history.values("val_loss"));
    assertEquals(List.of(5 / 7.0, 5 / 7.0), history.values("val_accuracy"));
    assertEquals(
        List.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"),
        List.copyOf(history.epochs().get(0).metrics().keySet()));
  }

  /** Of the images 0 … 6, 0 and 5 are taken for the next class, which has the largest logit alone. */
  @Test
  void metricsOfTheUsersAreMeasuredOnValidationImages() {
    Dataset validation = NumberedImages.of(7);
    List<Metric> metrics = List.of(new ErrorRate(), TopKAccuracy.of(2));
    History history = model.fit(
        TRAIN, Fit.epochs(2).validation(validation).metrics(metrics.toArray(Metric[]::new)));
    assertEquals(
        List.of(
            "loss",
            "accuracy",
            "val_loss",
            "val_accuracy",
            "val_error_rate",
            "val_top_2_accuracy",
            "learning_rate"),
        List.copyOf(history.epochs().get(0).metrics().keySet()));
    assertEquals(List.of(2 / 7.0, 2 / 7.0), history.values("val_error_rate"));
    Evaluation evaluation = model.evaluate(validation, metrics);
    assertEquals(2 / 7.0, evaluation.value("error_rate"));
    assertEquals(
        List.of(6 / 7.0, 6 / 7.0),
        history.values("val_top_2_accuracy"),
        "of classes with equal logits, the first is right: 0 is among the two, 2 is not");
  }

  @Test
  void otherMetricsChangeNothingElse() {
    Fit fit = Fit.epochs(2).batchSize(64).validation(NumberedImages.of(7));
    History without = model.fit(TRAIN, fit);
    History with = new FakeModel().fit(TRAIN, fit.metrics(MacroF1.instance()));
    for (String name : fit.metricNames()) {
      assertEquals(without.values(name), with.values(name), name);
    }
  }

  @Test
  void aMetricThatCannotBeMeasuredIsRefusedBeforeTheFirstStep() {
    assertRefused(
        () -> model.fit(TRAIN, Fit.epochs(1).metrics(TopKAccuracy.of(4))),
        "top_4_accuracy needs at least 4 classes, there are 3");
    assertEquals(List.of(), model.steps());
  }

  @Test
  void theHistoryHasOneRecordPerEpochWithItsTime() {
    History history = model.fit(TRAIN, Fit.epochs(3));
    assertEquals(
        List.of(0, 1, 2), history.epochs().stream().map(EpochRecord::epoch).toList());
    assertTrue(history.epochs().stream().allMatch(epoch -> epoch.seconds() > 0));
  }

  /** The images of one epoch in the order of training. */
  private static List<Integer> epoch(FakeModel model, int epoch, int stepsPerEpoch) {
    return model.batches().subList(epoch * stepsPerEpoch, (epoch + 1) * stepsPerEpoch).stream()
        .flatMap(List::stream)
        .toList();
  }
}

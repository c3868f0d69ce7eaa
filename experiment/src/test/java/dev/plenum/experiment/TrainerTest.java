package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.Training;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.api.metric.TopKAccuracy;
import dev.plenum.api.network.Shape;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small trainings in pure Java. */
class TrainerTest {
  private static final TrainingData DATA = TinyMnist.data();
  private static final Recipe RECIPE =
      Recipe.of(BuiltInNetwork.DENSE).epochs(2).batchSize(20).seed(3);

  private final List<String> events = new ArrayList<>();

  private final TrainingListener listener = new TrainingListener() {
    @Override
    public Follower begins(Recipe recipe, TrainingData data) {
      events.add("begins " + recipe.seed() + " on " + data.train().size());
      return new Follower() {
        @Override
        public void onEpochEnd(Training training, EpochRecord epoch) {
          events.add("epoch " + epoch.epoch());
        }

        @Override
        public void close() {
          events.add("closed");
        }
      };
    }

    @Override
    public void announces(String line) {
      events.add(line);
    }
  };

  private Trained train(Recipe recipe) {
    return new Trainer(Backends.get("purejava"), listener).train(recipe, DATA);
  }

  @Test
  void aWindowIsWhatTheNetworkIsTrainedAndMeasuredOn() {
    InkWindow window = new InkWindow(20, 24);
    Dataset train = window.of(DATA.train());
    Recipe recipe =
        RECIPE.window(window).normalisation(ImageNormalisation.none().featurewiseCenter());
    try (Trained trained = train(recipe)) {
      assertEquals(Shape.of(20, 24, 1), trained.model().network().input());
      Preprocessing preprocessing = trained
          .saved(trained.record(Backends.get("purejava"), Invocation.of("test")))
          .preprocessing();
      assertEquals(Shape.of(20, 24, 1), preprocessing.inputShape());
      assertEquals(DATA.train().imageShape(), preprocessing.pictureShape());
      ImageNormalisation fitted = ImageNormalisation.none().featurewiseCenter().fit(train);
      assertEquals(
          fitted.statistics().sha256(),
          preprocessing.normalisation().orElseThrow().statistics().sha256());
      Dataset test = window.of(DATA.test()).normalised(fitted);
      assertEquals(trained.test().loss(), trained.model().evaluate(test).loss());
      assertEquals(
          "{\"name\":\"ink_window\",\"height\":20,\"width\":24}",
          recipe.setup(DATA).window().orElseThrow().toLine());
    }
  }

  @Test
  void aRecordSaysInWhatTheWindowDiffers() {
    assertEquals(
        Optional.of("window [], not [{\"name\":\"ink_window\",\"height\":24,\"width\":24}]"),
        RECIPE.setup(DATA).differenceTo(RECIPE.window(new InkWindow(24, 24)).setup(DATA)));
  }

  @Test
  void aWarmUpThatIsLongerThanTheTrainingIsRefusedBeforeTheTrainingBegins() {
    Callback cosine =
        LearningRateScheduler.perStep(CosineDecay.from(0.01).warmup(0.001, 1_000_000));
    assertEquals(
        String.format(
            Locale.ROOT,
            "cosine decay: a warm-up of 1000000 steps leaves none to decay, for the training has %d. Give it fewer",
            2 * Fit.epochs(2).batchSize(20).stepsPerEpoch(DATA.train().size())),
        assertThrows(IllegalArgumentException.class, () -> train(RECIPE.callbacks(cosine)))
            .getMessage());
    assertEquals(List.of(), events);
  }

  @Test
  void theSameRecipeGivesTheSameRecord() {
    try (Trained one = train(RECIPE);
        Trained other = train(RECIPE)) {
      RunRecord first = one.record(Backends.get("purejava"), Invocation.of("test"));
      RunRecord second = other.record(Backends.get("purejava"), Invocation.of("test"));
      assertEquals(first.outcome().weightsSha256(), second.outcome().weightsSha256());
      assertEquals(first.outcome().batchesSha256(), second.outcome().batchesSha256());
      assertEquals(first.setup(), second.setup());
      assertEquals(2, first.outcome().history().epochs().size());
      assertEquals(one.test().accuracy(), first.outcome().test().accuracy());
      assertTrue(Repetition.of(first, RECIPE, DATA, new Trainer(Backends.get("purejava"))).stream()
          .allMatch(Repetition.Finding::isSame));
    }
    assertEquals(List.of("begins 3 on 200", "epoch 0", "epoch 1", "closed"), events.subList(0, 4));
  }

  @Test
  void otherMetricsAreMeasuredAndRecordedAndChangeNothingElse() {
    Recipe measured = RECIPE.metrics(TopKAccuracy.of(3), MacroF1.instance());
    Backend backend = Backends.get("purejava");
    try (Trained plain = train(RECIPE);
        Trained trained = train(measured)) {
      RunRecord record = trained.record(backend, Invocation.of("test"));
      assertEquals(
          plain.record(backend, Invocation.of("test")).outcome().weightsSha256(),
          record.outcome().weightsSha256());
      assertEquals(
          List.of("top_3_accuracy", "macro_f1"),
          List.copyOf(record.outcome().test().others().keySet()));
      double top3 = trained.test().value("top_3_accuracy");
      assertTrue(top3 >= trained.test().accuracy() && top3 <= 1, "of three it is easier: " + top3);
      assertEquals(
          List.of(
              JsonObject.empty().with("name", "TopKAccuracy").with("k", 3),
              JsonObject.empty().with("name", "MacroF1")),
          record.setup().metrics());
      assertTrue(Repetition.of(record, measured, DATA, new Trainer(backend)).stream()
          .allMatch(Repetition.Finding::isSame));
    }
  }

  @Test
  void aRecipesCallbacksBeginAfreshWithEachTraining() {
    Recipe recipe = RECIPE
        .callbacks(
            EarlyStopping.monitor("val_loss").patience(1).minDelta(1000),
            ReduceLROnPlateau.monitor("val_loss").patience(1).minDelta(1000))
        .epochs(9);
    for (int i = 0; i < 2; i++) {
      try (Trained trained = train(recipe)) {
        assertEquals(2, trained.history().epochs().size());
      }
    }
    String stop = "Epoch 00002: early stopping";
    assertEquals(2, events.stream().filter(stop::equals).count(), events.toString());
    assertEquals(
        2,
        events.stream()
            .filter(event -> event.contains("reducing learning rate"))
            .count());
  }
}

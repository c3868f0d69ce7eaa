package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What mixup does to the images of a training. */
@Timeout(20)
class TrainingMixupTest {
  private static final Seed SEED = new Seed(7);
  private static final Mixup MIXUP = new Mixup(0.4);
  private static final int IMAGES = 14;
  private static final ImageTransform COPY = (source, target, offset, shape, random) ->
      System.arraycopy(source, 0, target, offset, shape.size());

  /** How each image was mixed, by epoch and number: its share and the other label. */
  private static Map<String, String> mixes(Fit fit) {
    Map<String, String> mixes = new TreeMap<>();
    new FakeModel(SEED).fit(NumberedImages.of(IMAGES), fit.callbacks(new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        Batch batch = training.batch();
        for (int i = 0; i < batch.size(); i++) {
          mixes.put(
              training.position().epoch() + "/" + batch.index(i),
              batch.share(i) + " " + batch.otherLabel(i));
        }
      }
    }));
    return mixes;
  }

  private static Map<String, String> expected(int fromEpoch, int toEpoch) {
    Map<String, String> mixes = new TreeMap<>();
    for (int epoch = fromEpoch; epoch < toEpoch; epoch++) {
      for (int image = 0; image < IMAGES; image++) {
        CounterRandom random = CounterRandom.of(Purpose.MIXUP, SEED, epoch, image);
        int other = MIXUP.partner(random, IMAGES) % NumberedImages.CLASSES;
        mixes.put(epoch + "/" + image, MIXUP.share(random) + " " + other);
      }
    }
    return mixes;
  }

  @Test
  void everyMixIsAFunctionOfSeedEpochAndImage() {
    assertEquals(expected(0, 3), mixes(Fit.epochs(3).batchSize(4).mixup(MIXUP)));
    assertEquals(expected(0, 3), mixes(Fit.epochs(3).batchSize(7).mixup(MIXUP)));
  }

  @Test
  void aResumedEpochIsMixedTheSame() {
    TrainingPosition middle = new TrainingPosition(1, 2, 0, 0, 8, 0, History.empty());
    Map<String, String> resumed = mixes(Fit.epochs(2).batchSize(4).mixup(MIXUP).start(middle));
    assertEquals(6, resumed.size());
    Map<String, String> expected = expected(1, 2);
    expected.keySet().retainAll(resumed.keySet());
    assertEquals(expected, resumed);
  }

  @Test
  void plainEpochsAreNotMixed() {
    Map<String, String> mixes = mixes(Fit.epochs(2).batchSize(4).mixup(MIXUP).plainEpochs(1));
    Map<String, String> expected = expected(0, 1);
    for (int image = 0; image < IMAGES; image++) {
      expected.put("1/" + image, "1.0 " + image % NumberedImages.CLASSES);
    }
    assertEquals(expected, mixes);
  }

  @Test
  void validationImagesAreNotMixed() {
    FakeModel model = new FakeModel(SEED);
    Fit fit = Fit.epochs(1).batchSize(4).validation(NumberedImages.of(7));
    assertEquals(
        model.fit(NumberedImages.of(4), fit).values("val_accuracy"),
        model.fit(NumberedImages.of(4), fit.mixup(MIXUP)).values("val_accuracy"));
  }

  @Test
  void mixupAloneLeavesNoImageOut() {
    FakeModel mixed = new FakeModel(SEED);
    mixed.fit(NumberedImages.of(10), Fit.epochs(1).batchSize(4).mixup(MIXUP));
    assertEquals(3, mixed.batches().size());
    FakeModel plain = new FakeModel(SEED);
    plain.fit(NumberedImages.of(10), Fit.epochs(1).batchSize(4));
    assertNotEquals(plain.batches(), mixed.batches());
  }

  @Test
  void itIsAPartOfTheAugmentationsDescription() {
    Fit fit = Fit.epochs(3).mixup(MIXUP);
    assertEquals(Optional.of(Map.of("mixup_alpha", 0.4)), fit.describeAugmentation());
    Map<String, Object> all = new LinkedHashMap<>(COPY.describe());
    all.put("mixup_alpha", 0.4);
    all.put("plain_epochs", 2);
    assertEquals(Optional.of(all), fit.augmentation(COPY).plainEpochs(2).describeAugmentation());
  }
}

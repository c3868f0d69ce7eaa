package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.experiment.run.MemberRecipes;
import dev.plenum.experiment.run.MemberRecipes.Kind;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.SavedModel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Features get the values that they were trained on. */
class TransferredValuesTest {
  private static final TrainingData DATA = TinyMnist.data();
  private static final Recipe FIRST =
      Recipe.of(BuiltInNetwork.DENSE).batchSize(50).seed(3);
  private static final ImageNormalisation STD = ImageNormalisation.none().featurewiseStd();
  private static final double RESCALE = 2 / 255.0;

  private static SavedModel saved(Recipe recipe) {
    try (Trained trained = train(recipe, DATA)) {
      return trained.saved(trained.record(Backends.get("purejava"), Invocation.of("test")));
    }
  }

  private static Trained train(Recipe recipe, TrainingData data) {
    return new Trainer(Backends.get("purejava")).train(recipe, data);
  }

  private static Recipe from(SavedModel model) {
    return Recipe.of(new TransferredNetwork("base", model, List.of("features"))).batchSize(50);
  }

  private static SavedModel withValuesAroundZero(SavedModel model) {
    return new SavedModel(
        model.network(),
        model.optimizer(),
        model.weights(),
        model.optimizerState(),
        model.preprocessing().rescaled(RESCALE, -1),
        model.classNames(),
        model.provenance());
  }

  @Test
  void pixelsHaveTheRangeOfTheFirstTraining() {
    Recipe recipe = from(withValuesAroundZero(saved(FIRST)));
    try (Trained trained = train(recipe, DATA)) {
      Preprocessing used = trained.inputs().preprocessing();
      assertEquals(RESCALE, used.rescale());
      assertEquals(-1, used.offset());
      Dataset test = DATA.test().withPixelValues(used.valueOfByte());
      assertEquals(trained.test().loss(), trained.model().evaluate(test).loss());
    }
    String start = recipe.setup(DATA).start().orElseThrow().toLine();
    assertTrue(start.contains("\"offset\":-1.0"), start);
  }

  @Test
  void imagesAreNormalisedByTheStatisticsOfTheFirstTraining() {
    SavedModel base = saved(FIRST.normalisation(STD));
    TrainingData others = TrainingData.of(DATA.whole()).first(30);
    for (Recipe recipe : List.of(from(base), from(base).normalisation(STD))) {
      try (Trained trained = train(recipe, others)) {
        assertEquals(base.preprocessing(), trained.inputs().preprocessing());
      }
      assertTrue(recipe
          .setup(others)
          .normalisation()
          .orElseThrow()
          .toLine()
          .contains("\"featurewise_std_normalization\":true"));
    }
  }

  @Test
  void anotherNormalisationIsRefusedBeforeAnythingIsTrained() {
    ImageNormalisation other = ImageNormalisation.none().samplewiseCenter();
    String normalised = refusal(from(saved(FIRST.normalisation(STD))).normalisation(other));
    assertTrue(normalised.startsWith("base was trained on images normalised by {"), normalised);
    assertTrue(normalised.endsWith("leave the normalisation out"), normalised);
    String plain = refusal(from(withValuesAroundZero(saved(FIRST))).normalisation(other));
    assertTrue(plain.contains("with other pixel values than 0 to 1, which were not norm"), plain);
    from(saved(FIRST)).normalisation(other).networkFor(DATA);
  }

  private static String refusal(Recipe recipe) {
    return Thrown.message(InvalidNetworkException.class, () -> recipe.networkFor(DATA));
  }

  @Test
  void augmentationStillGetsPixelsFromZeroToOne() {
    ImageTransform darker = (source, target, offset, shape, random) -> {
      for (int i = 0; i < shape.size(); i++) {
        target[offset + i] = source[i] / 2;
      }
    };
    Preprocessing values = Preprocessing.of(Shape.of(1, 3, 1)).rescaled(RESCALE, -1);
    float[] target = new float[4];
    CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(0));
    AugmentedValues.of(darker, values)
        .apply(new float[] {-1, 0, 1}, target, 1, Shape.of(1, 3, 1), random);
    assertArrayEquals(new float[] {0, -1, -0.5f, 0}, target, 1e-6f);
    assertEquals(darker, AugmentedValues.of(darker, Preprocessing.of(Shape.of(1, 3, 1))));
  }

  @Test
  void soItDoesInATraining() {
    LongAdder images = new LongAdder();
    LongAdder strange = new LongAdder();
    ImageTransform watching = (source, target, offset, shape, random) -> {
      images.increment();
      for (int i = 0; i < shape.size(); i++) {
        if (source[i] < -1e-6 || source[i] > 1 + 1e-6) {
          strange.increment();
        }
        target[offset + i] = source[i];
      }
    };
    Recipe recipe = from(withValuesAroundZero(saved(FIRST))).augmentation(watching);
    try (Trained trained = train(recipe, DATA)) {
      assertEquals(1, trained.history().epochs().size());
    }
    assertTrue(images.sum() >= DATA.train().size());
    assertEquals(0, strange.sum());
  }

  @Test
  void membersOfOtherPixelsFormNoCommittee() {
    SavedModel base = saved(FIRST);
    Kind plain = new Kind("plain", from(base), 1);
    Kind other = new Kind("other", from(withValuesAroundZero(base)), 1);
    assertEquals(
        "members of one committee must have the same pixel values, but 'plain' and 'other' have not",
        Thrown.message(
            IllegalArgumentException.class, () -> new MemberRecipes(List.of(plain, other))));
  }
}

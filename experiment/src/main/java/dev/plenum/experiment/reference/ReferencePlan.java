package dev.plenum.experiment.reference;

import dev.plenum.api.data.Splitting;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.parameter.RecipeParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which part of the reference experiment is run, and in what it is another one.
 *
 * @param stages those to run, in the experiment's order
 * @param isQuick whether it takes a few images and an eighth of the epochs
 * @param epochs of every stage; empty for the experiment's
 * @param members of every committee; empty for the experiment's
 * @param seeds how often the stages without a committee are run, at least 1
 * @param seed the first network's; the others have the following ones
 * @param batchSize images per step
 * @param validation the share of the training images that is set aside
 * @param splitting how these are chosen
 */
public record ReferencePlan(
    List<Stage> stages,
    boolean isQuick,
    OptionalInt epochs,
    OptionalInt members,
    int seeds,
    long seed,
    int batchSize,
    double validation,
    Splitting splitting) {

  private static final int QUICK_IMAGES = 10_000;
  private static final int QUICK_SHARE = 8;
  private static final Splitting SPLITTING = Splitting.random(Seed.seed(42));

  /**
   * Copies the list.
   *
   * @param stages those to run, in the experiment's order
   * @param isQuick whether it takes a few images and an eighth of the epochs
   * @param epochs of every stage; empty for the experiment's
   * @param members of every committee; empty for the experiment's
   * @param seeds how often the stages without a committee are run, at least 1
   * @param seed the first network's; the others have the following ones
   * @param batchSize images per step
   * @param validation the share of the training images that is set aside
   * @param splitting how these are chosen
   */
  public ReferencePlan {
    stages = List.copyOf(stages);
  }

  /** {@return the published experiment, from the seed 1} */
  public static ReferencePlan published() {
    return new ReferencePlan(
        Arrays.asList(Stage.values()),
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        1,
        1,
        Stage.BATCH_SIZE,
        Stage.VALIDATION,
        SPLITTING);
  }

  /**
   * {@return the images that are trained on}
   *
   * @param whole the dataset that they are from
   * @throws IllegalArgumentException if none would be left to train on, or to validate by
   */
  public TrainingData data(TrainTest whole) {
    TrainingData data = TrainingData.of(whole);
    if (isQuick && whole.train().size() > QUICK_IMAGES) {
      data = data.first(QUICK_IMAGES);
    }
    data = data.validation(validation, splitting);
    if (data.validation().isEmpty()) {
      throw new IllegalArgumentException(
          "the experiment needs validation images: choose more than 0");
    }
    return data;
  }

  /**
   * {@return how a stage's first network is trained}
   *
   * @param stage any, also one that is not run
   */
  public Recipe recipe(Stage stage) {
    return stage.recipe().epochs(epochs(stage)).batchSize(batchSize).seed(seed);
  }

  /**
   * {@return the same for records}
   *
   * @param stage any, also one that is not run
   * @param configuration the settings by which {@code plenum train} trains the stage's network, but for what
   *     the stage has of its own
   */
  public Recipe recipe(Stage stage, Map<String, String> configuration) {
    Recipe recipe = recipe(stage);
    Map<String, String> whole = new LinkedHashMap<>(configuration);
    whole.put(RecipeParameters.EPOCHS.name(), String.valueOf(recipe.epochs()));
    whole.put(RecipeParameters.AUGMENT.name(), String.valueOf(stage.isAugmented()));
    whole.put(RecipeParameters.REDUCE_LR.name(), String.valueOf(stage.reducesLearningRate()));
    return recipe.configuration(whole);
  }

  private int epochs(Stage stage) {
    int all = isQuick ? Math.max(1, stage.epochs() / QUICK_SHARE) : stage.epochs();
    return epochs.orElse(all);
  }

  /**
   * {@return how many networks a stage trains}
   *
   * @param stage any, also one that is not run
   */
  public int networks(Stage stage) {
    return stage.isCommittee() ? members.orElse(stage.members()) : seeds;
  }
}

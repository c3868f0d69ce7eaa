package dev.plenum.tck.selftest;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plenum.tck.reference.LayerFault;
import dev.plenum.tck.reference.OptionFault;
import dev.plenum.tck.reference.UpdateFault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake, planted alone, must fail the test that is there to find it. */
class FaultsAreCaughtTest {
  /** What threads do wrong shows only when they meet, so a run may miss it. */
  private static final Set<String> GROUPS_OF_THREADS = Set.of("Sharing", "ClosingInUse");

  private static final int RUNS_OF_THREADS = 30;

  private static final String LOGITS = "logitsAreThoseOfTheReference";
  private static final String GRADIENTS = "gradientsOfThreeImagesAreThoseOfTheReference";
  private static final String TWENTY_STEPS = "twentyStepsGoTheReferencesWay";
  private static final String SEVERAL_STEPS = "severalStepsGoTheReferencesWay";
  private static final String MASKS = "exactlyTheUnitsOfTheMaskAreDropped";

  static List<Arguments> layerFaults() {
    return List.of(
        arguments(LayerFault.TRANSPOSED_KERNEL, "ForwardPass", LOGITS),
        arguments(LayerFault.TRANSPOSED_KERNEL, "Gradients", GRADIENTS),
        arguments(LayerFault.PADDING_OFF_BY_ONE, "ForwardPass", LOGITS),
        arguments(LayerFault.ODD_ROW_OF_PADDING_AT_THE_TOP, "ForwardPass", LOGITS),
        arguments(LayerFault.UNSHUFFLED_FLATTEN_ORDER, "ForwardPass", LOGITS),
        arguments(LayerFault.POOL_COUNTS_CELLS_OUTSIDE, "ForwardPass", LOGITS),
        arguments(
            LayerFault.LAST_OF_EQUAL_POOL_VALUES,
            "Gradients",
            "firstOfEqualValuesInAPoolGetsTheGradient"),
        arguments(LayerFault.NO_DROPOUT_SCALE, "Gradients", GRADIENTS),
        arguments(LayerFault.NO_DROPOUT_SCALE, "Optimizers", TWENTY_STEPS),
        arguments(LayerFault.DROPOUT_WHILE_PREDICTING, "ForwardPass", LOGITS),
        arguments(
            LayerFault.DROPOUT_WHILE_PREDICTING,
            "Dropout",
            "predictingDropsNothingAlsoAfterTraining"),
        arguments(LayerFault.ONE_DROPOUT_MASK_PER_BATCH, "Dropout", MASKS),
        arguments(LayerFault.ONE_DROPOUT_MASK_FOR_ALL_STEPS, "Dropout", MASKS),
        arguments(LayerFault.DROPOUT_STEP_OF_32_BITS, "Dropout", MASKS),
        arguments(LayerFault.DROPOUT_MASK_OF_ANOTHER_LAYER, "Dropout", MASKS),
        arguments(LayerFault.AVERAGE_COUNTS_CELLS_OUTSIDE, "ForwardPass", LOGITS),
        arguments(LayerFault.LOST_BRANCH, "Gradients", GRADIENTS),
        arguments(LayerFault.GRADIENT_OF_ONE_PIXEL, "Gradients", GRADIENTS),
        arguments(LayerFault.AVERAGE_IS_A_SUM, "ForwardPass", LOGITS),
        arguments(LayerFault.DILATION_IGNORED, "ForwardPass", LOGITS),
        arguments(
            LayerFault.SPATIAL_DROPOUT_OF_ELEMENTS,
            "Dropout",
            "exactlyTheChannelsOfTheMaskAreDropped"),
        arguments(LayerFault.FROZEN_LAYERS_DROP_NOTHING, "Gradients", GRADIENTS),
        arguments(LayerFault.MAXIMUM_OF_RELU_IGNORED, "ForwardPass", LOGITS));
  }

  static List<Arguments> normalizationFaults() {
    String evaluated = "evaluatingAndPredictingLeaveThemAsTheyAre";
    return List.of(
        arguments(LayerFault.UNBIASED_VARIANCE, "Gradients", GRADIENTS),
        arguments(LayerFault.UNBIASED_VARIANCE, "Statistics", SEVERAL_STEPS),
        arguments(LayerFault.UNBIASED_MOVING_VARIANCE, "Statistics", SEVERAL_STEPS),
        arguments(LayerFault.STATISTICS_OF_THE_BATCH_BEFORE, "Statistics", SEVERAL_STEPS),
        arguments(LayerFault.MOMENTUM_OF_THE_BATCH, "Statistics", SEVERAL_STEPS),
        arguments(LayerFault.EACH_IMAGE_BY_ITSELF, "Gradients", GRADIENTS),
        arguments(LayerFault.MOVED_WHILE_PREDICTING, "Statistics", evaluated),
        arguments(LayerFault.BATCH_STATISTICS_WHILE_PREDICTING, "ForwardPass", LOGITS),
        arguments(
            LayerFault.BATCH_STATISTICS_WHILE_PREDICTING,
            "Statistics",
            "predictionsFollowFromThemAfterTraining"),
        arguments(LayerFault.STATISTICS_NEVER_FROZEN, "Statistics", "frozenOnesStayInEveryBit"));
  }

  @ParameterizedTest
  @MethodSource({"layerFaults", "normalizationFaults"})
  void faultyLayerIsCaught(LayerFault fault, String group, String test) {
    assertCaught(new FaultyBackend(fault), group, test);
  }

  static List<Arguments> updateFaults() {
    String changedRate = "learningRateCanBeChangedOnTheWay";
    return List.of(
        arguments(UpdateFault.ADAM_WITHOUT_CORRECTION_OF_V, "Optimizers", TWENTY_STEPS),
        arguments(UpdateFault.ADAM_COUNTS_UPDATES_FROM_ONE_TOO_MANY, "Optimizers", TWENTY_STEPS),
        arguments(UpdateFault.ADAM_WITH_EPSILON_AFTER_CORRECTION, "Optimizers", TWENTY_STEPS),
        arguments(UpdateFault.RMSPROP_WITH_EPSILON_OUTSIDE_THE_ROOT, "Optimizers", TWENTY_STEPS),
        arguments(UpdateFault.RMSPROP_NEVER_CENTERED, "Optimizers", TWENTY_STEPS),
        arguments(UpdateFault.RATE_APPLIED_AFTER_THE_MOMENTUM, "Optimizers", changedRate),
        arguments(
            UpdateFault.RATE_APPLIED_AFTER_THE_MOMENTUM,
            "State",
            "trainingOfTheReferenceGoesOnInTheBackend"),
        arguments(UpdateFault.NESTEROV_IGNORED, "Optimizers", TWENTY_STEPS),
        arguments(UpdateFault.SUM_INSTEAD_OF_MEAN, "Gradients", GRADIENTS),
        arguments(UpdateFault.BIASES_NOT_TRAINED, "Gradients", GRADIENTS),
        arguments(UpdateFault.LEARNING_RATE_NEVER_CHANGES, "Optimizers", changedRate),
        arguments(UpdateFault.SLOTS_FORGOTTEN, "State", "trainingGoesOnInTheReference"));
  }

  @ParameterizedTest
  @MethodSource("updateFaults")
  void faultyOptimizerIsCaught(UpdateFault fault, String group, String test) {
    assertCaught(new FaultyBackend(fault), group, test);
  }

  static List<Arguments> optionFaults() {
    String averages = "averagesAreThoseOfTheReference";
    return List.of(
        arguments(OptionFault.DECAY_AFTER_THE_UPDATE, "Optimizers", TWENTY_STEPS),
        arguments(OptionFault.DECAY_OF_WHAT_IS_EXCLUDED, "Optimizers", TWENTY_STEPS),
        arguments(OptionFault.AVERAGES_ONE_STEP_LATE, "Averages", averages),
        arguments(OptionFault.AVERAGES_FROM_ZERO, "Averages", averages),
        arguments(OptionFault.GLOBAL_NORM_OF_EACH_ARRAY, "Optimizers", TWENTY_STEPS),
        arguments(OptionFault.NORM_OF_ALL_ARRAYS, "Optimizers", TWENTY_STEPS),
        arguments(OptionFault.CLIPPING_IGNORED, "Optimizers", TWENTY_STEPS));
  }

  @ParameterizedTest
  @MethodSource("optionFaults")
  void faultyOptionIsCaught(OptionFault fault, String group, String test) {
    assertCaught(new FaultyBackend(fault), group, test);
  }

  static List<Arguments> modelFaults() {
    return List.of(
        arguments(ModelFault.SEED_IGNORED, "Layers", "anotherSeedGivesOtherWeights"),
        arguments(ModelFault.SEED_IGNORED, "Layers", "initialWeightsFollowFromTheSeedInEveryBit"),
        arguments(
            ModelFault.STALE_IMAGES_IN_SMALLER_BATCHES,
            "Batches",
            "batchesMayChangeTheirSizeFromStepToStep"),
        arguments(ModelFault.MEAN_LOSS_RETURNED, "Gradients", GRADIENTS),
        arguments(
            ModelFault.LOSS_FROM_PROBABILITIES, "Batches", "lossIsFiniteAndRightAtExtremeLogits"),
        arguments(ModelFault.NAN_HIDDEN, "Divergence", "nanInAnImageGetsThroughReluAndPooling"),
        arguments(
            ModelFault.STATE_FINER_THAN_EXPORTED,
            "State",
            "trainingGoesOnFromExportedStateBitForBit"),
        arguments(
            ModelFault.STATE_FINER_THAN_EXPORTED,
            "Fitting",
            "trainingResumedInTheMiddleOfAnEpochEndsWithTheSameBits"),
        arguments(
            ModelFault.FROZEN_LAYERS_TRAINED,
            "Freezing",
            "frozenLayersStayInEveryBitAndOthersGoTheReferencesWay"),
        arguments(ModelFault.FROZEN_LAYERS_TRAINED, "Freezing", "frozenLayersHaveNoSlots"),
        arguments(
            ModelFault.SMOOTHING_IGNORED,
            "Gradients",
            "gradientsOfSmoothedLabelsAreThoseOfTheReference"),
        arguments(
            ModelFault.WEIGHTS_OF_IMAGES_IGNORED,
            "Gradients",
            "gradientsOfWeightedImagesAreThoseOfTheReference"),
        arguments(
            ModelFault.WEIGHTS_OF_IMAGES_IGNORED,
            "Fitting",
            "everyEpochGoesTheReferencesWayInTheShuffledOrder"),
        arguments(
            ModelFault.OTHER_LABEL_OF_MIXED_IMAGES_IGNORED,
            "Gradients",
            "gradientsOfMixedImagesAreThoseOfTheReference"),
        arguments(
            ModelFault.OTHER_LABEL_OF_MIXED_IMAGES_IGNORED,
            "Fitting",
            "epochsOfMixedImagesGoTheReferencesWay"),
        arguments(ModelFault.WEIGHTED_LOSSES_KEPT, "Skipping", "aBatchKeepsTheLossOfEachImage"),
        arguments(
            ModelFault.WEIGHTED_LOSSES_KEPT,
            "Skipping",
            "epochsWithoutEasyImagesGoTheReferencesWay"),
        arguments(
            ModelFault.WEIGHTS_OF_IMAGES_IGNORED,
            "Skipping",
            "epochsWithoutEasyImagesGoTheReferencesWay"),
        arguments(
            ModelFault.PENALTY_NOT_IN_THE_LOSS,
            "Gradients",
            "regularizersAddToTheLossAndToTheGradients"),
        arguments(ModelFault.AVERAGES_NEVER_USED, "Averages", "fitEndsWithTheAverages"),
        arguments(ModelFault.REFUSED_TOO_LATE, "Refusals", "labelOutOfRangeIsRefused"),
        arguments(
            ModelFault.NEVER_CLOSED, "Closing", "everyMethodOfAClosedModelThrowsWithAMessage"),
        arguments(ModelFault.KEPT_ALIVE, "Closing", "modelsThatNobodyClosesAreGivenBack"),
        arguments(
            ModelFault.ANSWERS_OF_OTHERS, "Sharing", "sixteenThreadsGetTheAnswersThatOneGets"),
        arguments(ModelFault.TORN_WEIGHTS, "Sharing", "whoReadsDuringATrainingSeesWholeSteps"),
        arguments(
            ModelFault.TRAININGS_MIXED, "Sharing", "trainingsThatBeginAtOnceRunOneAfterTheOther"),
        arguments(
            ModelFault.CLOSED_WITHOUT_WAITING,
            "ClosingInUse",
            "whoPredictsWhileAnotherClosesIsAnsweredRightlyOrRefused"));
  }

  @ParameterizedTest
  @MethodSource("modelFaults")
  void faultyModelIsCaught(ModelFault fault, String group, String test) {
    assertCaught(new FaultyBackend(fault), group, test);
  }

  private static void assertCaught(FaultyBackend backend, String group, String test) {
    int runs = GROUPS_OF_THREADS.contains(group) ? RUNS_OF_THREADS : 1;
    boolean isCaught = false;
    for (int run = 0; run < runs && !isCaught; run++) {
      isCaught = KitRun.of(backend, Set.of(), group, test).failed.contains(test);
    }
    assertTrue(isCaught, () -> test + " failed for none of its cases");
  }
}

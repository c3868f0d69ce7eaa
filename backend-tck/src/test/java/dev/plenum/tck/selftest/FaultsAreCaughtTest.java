package dev.plenum.tck.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plenum.tck.Capability;
import dev.plenum.tck.reference.LayerFault;
import dev.plenum.tck.reference.UpdateFault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake, planted alone, must fail the test that is there to find it. */
class FaultsAreCaughtTest {
  private static final String LOGITS = "logitsAreThoseOfTheReference";
  private static final String GRADIENTS = "gradientsOfThreeImagesAreThoseOfTheReference";
  private static final String TWENTY_STEPS = "twentyStepsGoTheReferencesWay";
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
        arguments(LayerFault.DROPOUT_MASK_OF_ANOTHER_LAYER, "Dropout", MASKS));
  }

  @ParameterizedTest
  @MethodSource("layerFaults")
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
    KitRun run = KitRun.of(backend, Set.of(), group, test);
    assertTrue(run.failed.contains(test), () -> test + " failed for none of its cases");
  }

  @Test
  void lackingCapabilityIsReportedAsSkippedWithTheReason() {
    KitRun run = KitRun.of(
        new FaultyBackend(LayerFault.LAST_OF_EQUAL_POOL_VALUES),
        EnumSet.of(Capability.FIRST_OF_EQUAL_POOL_VALUES),
        "Gradients",
        "(firstOf|gradientsOfMany).*");
    assertEquals(List.of(), run.failed);
    assertEquals(List.of("gradientsOfManyImagesAreThoseOfTheReference"), run.passed);
    assertEquals(1, run.skippedWithReason.size());
    String reason = run.skippedWithReason.get(0);
    assertTrue(reason.contains(Capability.FIRST_OF_EQUAL_POOL_VALUES.description()), reason);
  }

  @Test
  void everyCapabilityHasTestsThatAreSkippedWithoutIt() {
    Set<Capability> all = EnumSet.allOf(Capability.class);
    List<String> reasons = Stream.of(
            "Description", "ForwardPass", "Gradients", "Optimizers", "Repeatability", "Divergence")
        .flatMap(
            group -> KitRun.of(new ReferenceBackend(), all, group, ".*").skippedWithReason.stream())
        .toList();
    for (Capability capability : all) {
      assertTrue(
          reasons.stream().anyMatch(reason -> reason.contains(capability.description())),
          () -> "no test needs " + capability + ": " + reasons);
    }
  }
}

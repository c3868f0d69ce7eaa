package dev.plenum.experiment.reference;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;

/** The stages of the reference experiment, with the figures that the original printed. */
public enum Stage {
  /** The small convolutional network. */
  SIMPLE_CONV("1a", BuiltInNetwork.SIMPLE_CONV, "simple-conv", 40, 1),

  /** The network of dense layers alone. */
  DENSE("1b", BuiltInNetwork.DENSE, "dense", 40, 1),

  /** Stage 1a with random changes to the training images. */
  AUGMENTATION("2", BuiltInNetwork.SIMPLE_CONV, "simple-conv + augmentation", 40, 1),

  /** Stage 2 with a learning rate that is halved when validation no longer improves. */
  LEARNING_RATE_REDUCTION(
      "3", BuiltInNetwork.SIMPLE_CONV, "simple-conv + augmentation + rate reduction", 30, 1),

  /** Five networks as in stage 3, their outputs averaged. */
  COMMITTEE("4", BuiltInNetwork.SIMPLE_CONV, "committee of simple-conv", 30, 5),

  /** The same with the large convolutional network. */
  DEEP_COMMITTEE("5", BuiltInNetwork.DEEP_CONV, "committee of deep-conv", 30, 5);

  /** The original's images per step. */
  public static final int BATCH_SIZE = 86;

  /** The original's share of the training images that is set aside. */
  public static final double VALIDATION = 1.0 / 6;

  private final String id;
  private final BuiltInNetwork network;
  private final String title;
  private final int epochs;
  private final int members;

  Stage(String id, BuiltInNetwork network, String title, int epochs, int members) {
    this.id = id;
    this.network = network;
    this.title = title;
    this.epochs = epochs;
    this.members = members;
  }

  /** {@return what the command line and files call it: {@code 1a} … {@code 5}} */
  public String id() {
    return id;
  }

  /** {@return the built-in network that is trained} */
  public BuiltInNetwork network() {
    return network;
  }

  /** {@return what it is, in words} */
  public String title() {
    return title;
  }

  /** {@return how many epochs each network is trained for} */
  public int epochs() {
    return epochs;
  }

  /** {@return how many networks are trained} */
  public int members() {
    return members;
  }

  /** {@return whether the outputs of several networks are combined} */
  public boolean isCommittee() {
    return members > 1;
  }

  /** {@return whether training images are changed at random} */
  public boolean isAugmented() {
    return this != SIMPLE_CONV && this != DENSE;
  }

  /** {@return whether the learning rate is reduced when validation no longer improves} */
  public boolean reducesLearningRate() {
    return isAugmented() && this != AUGMENTATION;
  }

  /** {@return how the original trains a network of this stage, from the seed 1} */
  public Recipe recipe() {
    Recipe recipe = Recipe.of(network).epochs(epochs).batchSize(BATCH_SIZE);
    if (isAugmented()) {
      recipe = recipe.augmentation(ImageAugmentation.referenceExperiment());
    }
    return reducesLearningRate()
        ? recipe.callbacks(
            ReduceLROnPlateau.monitor("val_accuracy").patience(3).factor(0.5).minLr(1e-5))
        : recipe;
  }

  /** {@return the original's figures} */
  public Published published() {
    return switch (this) {
      case SIMPLE_CONV -> Published.of(0.0432, 0.9907);
      case DENSE -> Published.of(0.1149, 0.9806);
      case AUGMENTATION -> Published.of(0.0209, 0.9937);
      case LEARNING_RATE_REDUCTION -> Published.of(0.0180, 0.9944);
      case COMMITTEE -> Published.of(0.0145, 0.9950).withMembers(0.9930, 0.9938);
      case DEEP_COMMITTEE ->
        Published.of(0.0076, 0.9974).withMembers(0.9957, 0.9971).withMisclassified(26);
    };
  }
}

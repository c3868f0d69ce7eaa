package dev.plenum.experiment.parameter;

import static dev.plenum.experiment.parameter.Kind.COUNT;
import static dev.plenum.experiment.parameter.Kind.COUNT_OR_ZERO;
import static dev.plenum.experiment.parameter.Kind.FLAG;
import static dev.plenum.experiment.parameter.Kind.FRACTION;
import static dev.plenum.experiment.parameter.Kind.NAMES;
import static dev.plenum.experiment.parameter.Kind.NUMBER;
import static dev.plenum.experiment.parameter.Kind.NUMBER_OR_TWO;
import static dev.plenum.experiment.parameter.Kind.POSITIVE;
import static dev.plenum.experiment.parameter.Kind.PROVIDED;
import static dev.plenum.experiment.parameter.Kind.TEXT;
import static dev.plenum.experiment.parameter.Kind.TWO_NUMBERS;
import static dev.plenum.experiment.parameter.Kind.WHOLE_NUMBER;
import static dev.plenum.experiment.parameter.Kind.oneOf;

import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.service.NamedSettings;
import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.Interpolation;
import dev.plenum.datasets.picture.InkWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Everything about a {@link dev.plenum.experiment.Recipe} that has a name, except its network: each
 * parameter with the part of the recipe that it belongs to, what its values are, the default if there is
 * one, and what it does. {@link NamedRecipe} makes the recipe.
 */
public final class RecipeParameters {
  private static final List<Parameter<?>> ALL = new ArrayList<>();

  /** The window of each image that is trained on, centred on its ink; without it, the whole image. */
  public static final Parameter<InkWindow> WINDOW = parameter(
          Part.DATA, "window", Kind.of("HxW", InkWindow::parse))
      .help(
          "train on a window of each image, centred on its ink (what is lighter than nearly black); kept in the model (default: the whole image)");
  /** The share of the training images to set aside for validation, in [0, 1); 0 for none. */
  public static final Parameter<Double> VALIDATION = parameter(
          Part.DATA, "validation", FRACTION, "1/6")
      .help("the share of the training images to set aside; 0 for none");
  /** How many passes there are over the training images. */
  public static final Parameter<Integer> EPOCHS =
      parameter(Part.TRAINING, "epochs", COUNT, "5").help("passes over the training images");
  /** How many images a step trains on. */
  public static final Parameter<Integer> BATCH_SIZE =
      parameter(Part.TRAINING, "batch-size", COUNT, "86").help("images per step");
  /** What initial weights, shuffling, augmentation and dropout follow from. */
  public static final Parameter<Long> SEED = parameter(Part.TRAINING, "seed", WHOLE_NUMBER, "1")
      .help("initial weights, shuffling, augmentation and dropout follow from it");
  /** The share of each label that is spread over all classes, in [0, 1). */
  public static final Parameter<Double> LABEL_SMOOTHING = parameter(
          Part.TRAINING, "label-smoothing", FRACTION)
      .help("the share of each label that is spread over all classes (default: 0)");
  /** How much the images of each class count in the loss. */
  public static final Parameter<ImageWeights> CLASS_WEIGHTS = parameter(
          Part.TRAINING, "class-weights", Kind.CLASS_WEIGHTS)
      .help("how much the images of each class count, or balanced: every class as much");
  /**
   * The share of the easy images that is left out of each epoch, see {@link
   * dev.plenum.api.callback.SkipEasy}.
   */
  public static final Parameter<Double> SKIP_EASY = parameter(
          Part.TRAINING, "skip-easy", NUMBER.shown("SHARE"))
      .help("leave this share of the images out of each epoch whose last loss was below the mean");
  /** The share of the epochs after which {@link #SKIP_EASY} shows all images. */
  public static final Parameter<Double> SKIP_EASY_UNTIL = parameter(
          Part.TRAINING, "skip-easy-until", NUMBER.shown("SHARE"))
      .help("skip-easy: the share of the epochs after which all images are shown (default: 0.875)");
  /** The names of what is measured beside loss and accuracy. */
  public static final Parameter<List<String>> METRICS = parameter(Part.TRAINING, "metrics", NAMES)
      .help(
          "what is measured beside loss and accuracy: top_5_accuracy (or another number), macro_f1, your own");
  /** Callbacks that jars provide as services, in the order of their calls. */
  public static final Parameter<List<NamedSettings>> CALLBACKS = parameter(
          Part.TRAINING, "callbacks", PROVIDED)
      .help(
          "callbacks of your own, which their jars provide as services, in the order of their calls");
  /** The optimizer's name: {@code adam}, {@code adamw}, {@code rmsprop} or {@code sgd}. */
  public static final Parameter<String> OPTIMIZER =
      parameter(Part.OPTIMIZER, "optimizer", TEXT, "adam").help("adam, adamw, rmsprop or sgd");
  /** The step size, which a schedule starts from; without it, the optimizer's default. */
  public static final Parameter<Double> LEARNING_RATE = parameter(
          Part.OPTIMIZER, "learning-rate", POSITIVE)
      .help("the step size (default: the optimizer's)");
  /** The momentum of SGD and RMSprop, in [0, 1). */
  public static final Parameter<Double> MOMENTUM = parameter(Part.OPTIMIZER, "momentum", NUMBER)
      .help("sgd and rmsprop: from 0 to below 1 (default: 0)");
  /** Whether the momentum of SGD looks ahead, as Nesterov's does. */
  public static final Parameter<Boolean> NESTEROV =
      parameter(Part.OPTIMIZER, "nesterov", FLAG).help("sgd: the momentum looks ahead");
  /** The decay of Adam's mean gradient, in [0, 1). */
  public static final Parameter<Double> BETA_1 = parameter(Part.OPTIMIZER, "beta-1", NUMBER)
      .help("adam: the decay of the mean gradient (default: 0.9)");
  /** The decay of Adam's mean squared gradient, in [0, 1). */
  public static final Parameter<Double> BETA_2 = parameter(Part.OPTIMIZER, "beta-2", NUMBER)
      .help("adam: the decay of the mean squared gradient (default: 0.999)");
  /** The decay of RMSprop's mean squared gradient. */
  public static final Parameter<Double> RHO = parameter(Part.OPTIMIZER, "rho", NUMBER)
      .help("rmsprop: the decay of the mean squared gradient (default: 0.9)");
  /** Whether RMSprop divides by the variance of the gradient, not by its mean square. */
  public static final Parameter<Boolean> CENTERED =
      parameter(Part.OPTIMIZER, "centered", FLAG).help("rmsprop: divide by the variance");
  /** What keeps Adam and RMSprop from dividing by 0. */
  public static final Parameter<Double> EPSILON = parameter(Part.OPTIMIZER, "epsilon", NUMBER)
      .help("adam and rmsprop: keeps from dividing by 0 (default: 1e-7)");
  /** The limit of the absolute value of each element of a gradient. */
  public static final Parameter<Double> CLIP_VALUE = parameter(Part.UPDATE, "clip-value", POSITIVE)
      .help("limit every element of a gradient to ± X");
  /** The limit of the norm of each array's gradient. */
  public static final Parameter<Double> CLIP_NORM = parameter(Part.UPDATE, "clip-norm", POSITIVE)
      .help("limit the norm of each array's gradient to X");
  /** The limit of the norm of all gradients together. */
  public static final Parameter<Double> GLOBAL_CLIP_NORM = parameter(
          Part.UPDATE, "global-clip-norm", POSITIVE)
      .help("limit the norm of all gradients together to X");
  /** The share of a weight that a step of learning rate 1 takes away. */
  public static final Parameter<Double> WEIGHT_DECAY = parameter(
          Part.UPDATE, "weight-decay", NUMBER)
      .help("the share of a weight that a step of learning rate 1 takes away (adamw: 0.004)");
  /** Parts of the names of arrays that {@link #WEIGHT_DECAY} leaves as they are. */
  public static final Parameter<List<String>> DECAY_EXCLUDE = parameter(
          Part.UPDATE, "decay-exclude", NAMES)
      .help(
          "weight-decay: arrays whose names contain one of these keep theirs, such as bias,gamma");
  /** The momentum of the moving averages of the weights, which take their place in the end. */
  public static final Parameter<Double> EMA_MOMENTUM = parameter(
          Part.UPDATE, "ema-momentum", NUMBER)
      .help("average the weights, with this momentum (Keras: 0.99); the model gets the averages");
  /** Whether images are changed as in the reference experiment: rotation 10, shifts and zoom 0.1. */
  public static final Parameter<Boolean> AUGMENT = parameter(
          Part.AUGMENTATION, "augment", FLAG, "false")
      .help("the reference experiment's: rotation 10, width-shift, height-shift and zoom 0.1");
  /** The greatest angle by which images are turned either way, in degrees. */
  public static final Parameter<Double> ROTATION = parameter(
          Part.AUGMENTATION, "rotation", NUMBER.shown("DEGREES"))
      .help("turn images by up to this angle");
  /** How far images move sideways at most: a share of the width if less than 1, else pixels. */
  public static final Parameter<Double> WIDTH_SHIFT = parameter(
          Part.AUGMENTATION, "width-shift", NUMBER)
      .help("move them sideways by up to this share of the width, or from 1 on pixels");
  /** How far images move up or down at most: a share of the height if less than 1, else pixels. */
  public static final Parameter<Double> HEIGHT_SHIFT = parameter(
          Part.AUGMENTATION, "height-shift", NUMBER)
      .help("move them up or down by up to this share of the height, or from 1 on pixels");
  /** The greatest angle by which images are slanted either way, in degrees. */
  public static final Parameter<Double> SHEAR = parameter(
          Part.AUGMENTATION, "shear", NUMBER.shown("DEGREES"))
      .help("slant them by up to this angle");
  /**
   * The range of the factors that divide width and height: one number for 1 − X to 1 + X, or its two ends.
   */
  public static final Parameter<List<Double>> ZOOM = parameter(
          Part.AUGMENTATION, "zoom", NUMBER_OR_TWO)
      .help("divide width and height, each by a factor of 1 − X to 1 + X, or of LOW to HIGH");
  /** The range of the factor that multiplies the values of an image: its two ends. */
  public static final Parameter<List<Double>> BRIGHTNESS = parameter(
          Part.AUGMENTATION, "brightness", TWO_NUMBERS)
      .help("multiply their values by a factor of LOW to HIGH");
  /** How much is added to the values of an image at most, or taken from them; they run from 0 to 1. */
  public static final Parameter<Double> CHANNEL_SHIFT = parameter(
          Part.AUGMENTATION, "channel-shift", NUMBER)
      .help("add up to ± X to their values, which run from 0 to 1");
  /** Whether left and right of one image in two, at random, are exchanged. */
  public static final Parameter<Boolean> HORIZONTAL_FLIP = parameter(
          Part.AUGMENTATION, "horizontal-flip", FLAG)
      .help("exchange left and right of one in two");
  /** Whether top and bottom of one image in two, at random, are exchanged. */
  public static final Parameter<Boolean> VERTICAL_FLIP = parameter(
          Part.AUGMENTATION, "vertical-flip", FLAG)
      .help("exchange top and bottom of one in two");
  /** How far the points of a coarse grid move at most to distort images smoothly, in pixels. */
  public static final Parameter<Double> ELASTIC = parameter(
          Part.AUGMENTATION, "elastic", NUMBER.shown("PIXELS"))
      .help("distort images smoothly: move the points of a coarse grid by up to so many pixels");
  /** How many points the grid of {@link #ELASTIC} has along each side. */
  public static final Parameter<Integer> ELASTIC_GRID = parameter(
          Part.AUGMENTATION, "elastic-grid", COUNT)
      .help("elastic: the grid's points along each side (default: 4)");
  /** The side of the square that covers a part of each image after the other changes, in pixels. */
  public static final Parameter<Integer> CUTOUT = parameter(
          Part.AUGMENTATION, "cutout", COUNT.shown("PIXELS"))
      .help("cover a square of this side, anywhere, after the other changes");
  /** The share of images that {@link #CUTOUT} covers a square of. */
  public static final Parameter<Double> CUTOUT_PROBABILITY = parameter(
          Part.AUGMENTATION, "cutout-probability", NUMBER)
      .help("cutout: the share of images that get one (default: 1)");
  /** The value that {@link #CUTOUT} covers its square with, from 0 (black) to 1. */
  public static final Parameter<Double> CUTOUT_VALUE = parameter(
          Part.AUGMENTATION, "cutout-value", NUMBER)
      .help("cutout: what covers it, from 0 (black) to 1 (default: 0)");
  /** What is seen beyond the border of an image that was moved. */
  public static final Parameter<FillMode> FILL_MODE = parameter(
          Part.AUGMENTATION, "fill-mode", oneOf(FillMode.class))
      .help("what is seen beyond an image's border (default: nearest)");
  /** The value that {@link FillMode#CONSTANT} fills in, 0 … 1. */
  public static final Parameter<Double> FILL_VALUE = parameter(
          Part.AUGMENTATION, "fill-value", NUMBER)
      .help("the value that constant fills in (default: 0)");
  /** How the values between pixels are found where images are moved. */
  public static final Parameter<Interpolation> INTERPOLATION = parameter(
          Part.AUGMENTATION, "interpolation", oneOf(Interpolation.class).shown("bilinear|nearest"))
      .help("how the values between pixels are found (default: bilinear)");
  /** Changes of images that jars provide as services; they are made after the others. */
  public static final Parameter<List<NamedSettings>> TRANSFORM = parameter(
          Part.AUGMENTATION, "transform", PROVIDED)
      .help("changes of your own, which their jars provide as services; made after the others");
  /** The α of Beta(α, α): by a share drawn from it each image, and its label, is mixed with another one. */
  public static final Parameter<Double> MIXUP = parameter(
          Part.AUGMENTATION, "mixup", NUMBER.shown("ALPHA"))
      .help("mix each image, and its label, with another one; a share of Beta(ALPHA, ALPHA)");
  /** How many of the last epochs show the images as they are. */
  public static final Parameter<Integer> PLAIN_EPOCHS = parameter(
          Part.AUGMENTATION, "plain-epochs", COUNT)
      .help("how many of the last epochs show the images as they are (default: 0)");
  /** Whether each channel's mean over the training images is subtracted from it. */
  public static final Parameter<Boolean> FEATUREWISE_CENTER = parameter(
          Part.NORMALISATION, "featurewise-center", FLAG)
      .help("subtract from each channel its mean over the training images");
  /** Whether each channel is also divided by its standard deviation over the training images. */
  public static final Parameter<Boolean> FEATUREWISE_STD_NORMALIZATION = parameter(
          Part.NORMALISATION, "featurewise-std-normalization", FLAG)
      .help("the same, and divide it by its standard deviation over the training images");
  /** Whether each image's own mean is subtracted from it. */
  public static final Parameter<Boolean> SAMPLEWISE_CENTER = parameter(
          Part.NORMALISATION, "samplewise-center", FLAG)
      .help("subtract from each image its own mean");
  /** Whether each image is also divided by its own standard deviation. */
  public static final Parameter<Boolean> SAMPLEWISE_STD_NORMALIZATION = parameter(
          Part.NORMALISATION, "samplewise-std-normalization", FLAG)
      .help("the same, and divide it by its own standard deviation");
  /** Whether the correlations between an image's values are removed. */
  public static final Parameter<Boolean> ZCA_WHITENING = parameter(
          Part.NORMALISATION, "zca-whitening", FLAG)
      .help("remove the correlations between an image's values; for images of at most 4096 values");
  /** What {@link #ZCA_WHITENING} adds to the singular values, at least 0. */
  public static final Parameter<Double> ZCA_EPSILON = parameter(
          Part.NORMALISATION, "zca-epsilon", NUMBER)
      .help("zca-whitening: added to the singular values, at least 0 (default: 1e-6)");
  /** Whether the learning rate is reduced on a plateau as in the reference experiment. */
  public static final Parameter<Boolean> REDUCE_LR = parameter(
          Part.PLATEAU, "reduce-lr", FLAG, "false")
      .help(
          "the reference experiment's: lr-monitor val_accuracy, lr-patience 3, lr-factor 0.5, min-lr 1e-5");
  /** The metric that must improve for the learning rate to stay as it is. */
  public static final Parameter<String> LR_MONITOR = parameter(
          Part.PLATEAU, "lr-monitor", TEXT.shown("METRIC"))
      .help(
          "what must improve: loss, accuracy, val_loss, val_accuracy or val_ and one of metrics (Keras: val_loss)");
  /** How many epochs without improvement end in a reduction of the learning rate. */
  public static final Parameter<Integer> LR_PATIENCE = parameter(
          Part.PLATEAU, "lr-patience", COUNT_OR_ZERO)
      .help("epochs without improvement before the rate is reduced (Keras: 10)");
  /** What a reduction multiplies the learning rate by. */
  public static final Parameter<Double> LR_FACTOR = parameter(Part.PLATEAU, "lr-factor", NUMBER)
      .help("what the rate is multiplied by (Keras: 0.1)");
  /** The change of the metric that an improvement must exceed for the learning rate to stay. */
  public static final Parameter<Double> LR_MIN_DELTA = parameter(
          Part.PLATEAU, "lr-min-delta", NUMBER)
      .help("an improvement must be more than this (Keras: 1e-4)");
  /** How many epochs after a reduction of the learning rate are not counted. */
  public static final Parameter<Integer> LR_COOLDOWN = parameter(
          Part.PLATEAU, "lr-cooldown", COUNT_OR_ZERO)
      .help("epochs after a reduction in which none is counted (Keras: 0)");
  /** The smallest learning rate that a reduction leads to. */
  public static final Parameter<Double> MIN_LR =
      parameter(Part.PLATEAU, "min-lr", NUMBER).help("the smallest rate (Keras: 0)");
  /** The schedule of the learning rate: {@code step}, {@code cosine} or {@code one-cycle}. */
  public static final Parameter<String> SCHEDULE = parameter(
          Part.SCHEDULE, "schedule", oneOf("step", "cosine", "one-cycle"))
      .help("a fall every so many epochs, half a cosine wave, or a rise and a fall");
  /** What each fall of the schedule {@code step} multiplies the learning rate by. */
  public static final Parameter<Double> SCHEDULE_FACTOR = parameter(
          Part.SCHEDULE, "schedule-factor", NUMBER)
      .help("step: what the rate is multiplied by (default: 0.5)");
  /** How many epochs lie between two falls of the schedule {@code step}. */
  public static final Parameter<Integer> SCHEDULE_EPOCHS = parameter(
          Part.SCHEDULE, "schedule-epochs", COUNT)
      .help("step: epochs from one fall to the next (default: 10)");
  /** The share of the learning rate that is left at the end of the schedule {@code cosine}. */
  public static final Parameter<Double> SCHEDULE_ALPHA = parameter(
          Part.SCHEDULE, "schedule-alpha", NUMBER)
      .help("cosine: the share of the rate that is left at the end (default: 0)");
  /** For how many steps the learning rate of the schedule {@code cosine} rises before it falls. */
  public static final Parameter<Integer> WARMUP_STEPS = parameter(
          Part.SCHEDULE, "warmup-steps", COUNT_OR_ZERO)
      .help("cosine: steps in which the rate rises before it falls (default: 0)");
  /** The learning rate that the warm-up of the schedule {@code cosine} begins with. */
  public static final Parameter<Double> WARMUP_FROM = parameter(
          Part.SCHEDULE, "warmup-from", POSITIVE)
      .help("cosine: the rate that the warm-up begins with (default: a hundredth of the rate)");
  /** The share of the steps in which the learning rate of the schedule {@code one-cycle} rises. */
  public static final Parameter<Double> WARMUP_FRACTION = parameter(
          Part.SCHEDULE, "warmup-fraction", NUMBER)
      .help("one-cycle: the share of the steps in which the rate rises (default: 0.3)");
  /** The largest learning rate of the schedule {@code one-cycle} divided by its first. */
  public static final Parameter<Double> DIV_FACTOR = parameter(Part.SCHEDULE, "div-factor", NUMBER)
      .help("one-cycle: the largest rate divided by the first (default: 25)");
  /** The first learning rate of the schedule {@code one-cycle} divided by its last. */
  public static final Parameter<Double> FINAL_DIV_FACTOR = parameter(
          Part.SCHEDULE, "final-div-factor", NUMBER)
      .help("one-cycle: the first rate divided by the last (default: 10000)");
  /** Whether the training stops when a metric no longer improves. */
  public static final Parameter<Boolean> EARLY_STOPPING = parameter(
          Part.STOPPING, "early-stopping", FLAG)
      .help("stop the training when a metric no longer improves");
  /** The metric that must improve for the training to go on. */
  public static final Parameter<String> STOP_MONITOR = parameter(
          Part.STOPPING, "stop-monitor", TEXT.shown("METRIC"))
      .help(
          "what must improve: loss, accuracy, val_loss, val_accuracy or val_ and one of metrics (Keras: val_loss)");
  /** How many epochs without improvement end the training. */
  public static final Parameter<Integer> STOP_PATIENCE = parameter(
          Part.STOPPING, "stop-patience", COUNT_OR_ZERO)
      .help("epochs without improvement before the training stops (Keras: 0)");
  /** The change of the metric that an improvement must exceed for the training to go on. */
  public static final Parameter<Double> STOP_MIN_DELTA = parameter(
          Part.STOPPING, "stop-min-delta", NUMBER)
      .help("an improvement must be more than this (Keras: 0)");
  /** A value that the metric must beat too for the training to go on. */
  public static final Parameter<Double> STOP_BASELINE = parameter(
          Part.STOPPING, "stop-baseline", NUMBER)
      .help("the value that must be beaten too (Keras: none)");
  /** How many epochs at the beginning are not watched by early stopping. */
  public static final Parameter<Integer> STOP_FROM_EPOCH = parameter(
          Part.STOPPING, "stop-from-epoch", COUNT_OR_ZERO)
      .help("epochs that are not watched at first (Keras: 0)");
  /** Whether the training ends with the weights of its best epoch, not of the last. */
  public static final Parameter<Boolean> RESTORE_BEST = parameter(
          Part.STOPPING, "restore-best", FLAG)
      .help("end with the weights of the best epoch, not of the last");
  /** Whether the training stops when the loss becomes NaN or infinite. */
  public static final Parameter<Boolean> TERMINATE_ON_NAN = parameter(
          Part.STOPPING, "terminate-on-nan", FLAG)
      .help("stop when the loss becomes NaN or infinite, with the epochs so far");

  private RecipeParameters() {}

  /** {@return all, part by part} */
  public static List<Parameter<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /**
   * {@return those of a part}
   *
   * @param part what they belong to, see {@link Parameter#part}
   */
  public static List<Parameter<?>> in(Part part) {
    return ALL.stream().filter(parameter -> parameter.part() == part).toList();
  }

  /** A parameter that lacks only its description. */
  private record Undescribed<T>(Part part, String name, Kind<T> kind, Optional<String> fallback) {
    Parameter<T> help(String description) {
      Parameter<T> parameter = new Parameter<>(part, name, kind, fallback, description);
      ALL.add(parameter);
      return parameter;
    }
  }

  private static <T> Undescribed<T> parameter(Part part, String name, Kind<T> kind) {
    return new Undescribed<>(part, name, kind, Optional.empty());
  }

  private static <T> Undescribed<T> parameter(
      Part part, String name, Kind<T> kind, String fallback) {
    return new Undescribed<>(part, name, kind, Optional.of(fallback));
  }
}

package dev.plenum.app.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Everything that can be set. Each key is an option ({@code --batch-size}), a name in configuration
 * files ({@code batch-size}) and an environment variable ({@code PLENUM_BATCH_SIZE}) alike.
 */
public enum Key {
  BACKEND(Group.BACKEND, Values::text, "NAME", "what computes; 'plenum backends' lists them"),
  BACKENDS(
      Group.EXPERIMENT,
      Values::names,
      "A,B",
      "the backends to compare (default: all that are available)"),
  KERNELS(
      Group.BACKEND,
      Values.oneOf("auto", "vector", "scalar"),
      "auto|vector|scalar",
      "the pure-Java engine's kernels"),
  THREADS(Group.BACKEND, Values::count, "N", "how many threads compute (default: one per core)"),
  BACKEND_SETTINGS(
      Group.BACKEND,
      Values::pairs,
      "NAME=VALUE,…",
      "settings of the backend's own, which it names when one is unknown"),
  NETWORK(
      Group.TRAINING,
      Values::text,
      "NAME|FILE",
      "simple-conv, dense, deep-conv, or a .json, .conf or .hocon file"),
  NETWORKS(
      Group.EXPERIMENT,
      Values::names,
      "A,B",
      "several networks to compare (default: the one of network)"),
  DATASET(
      Group.DATA,
      Values::text,
      "NAME|DIR",
      "digits, mnist, fashion-mnist, or a folder of class-named image folders or of IDX files"),
  DATA_DIR(
      Group.DATA,
      Values::path,
      "DIR",
      "where dataset files lie: DIR/mnist/train-images-idx3-ubyte.gz …"),
  IMAGE_SIZE(
      Group.DATA,
      Values::imageSize,
      "HxW",
      "the size to which a folder's images are scaled (default: the first image's)"),
  LIMIT(
      Group.DATA,
      Values::count,
      "N",
      "only the first N training images, before validation images are set aside"),
  VALIDATION(
      Group.DATA,
      Values::fraction,
      "FRACTION",
      "the share of the training images to set aside; 0 for none"),
  SPLIT_SEED(Group.DATA, Values::wholeNumber, "N", "which images are set aside"),
  EPOCHS(Group.TRAINING, Values::count, "N", "passes over the training images"),
  BATCH_SIZE(Group.TRAINING, Values::count, "N", "images per step"),
  SEED(
      Group.TRAINING,
      Values::wholeNumber,
      "N",
      "initial weights, shuffling, augmentation and dropout follow from it"),
  METRICS(
      Group.TRAINING,
      Values::names,
      "A,B",
      "what is measured beside loss and accuracy: top_5_accuracy (or another number), macro_f1, your own"),
  CALLBACKS(
      Group.TRAINING,
      Values::provided,
      "NAME:KEY=VALUE,…",
      "callbacks of your own, which their jars provide as services, in the order of their calls"),
  OPTIMIZER(Group.OPTIMIZER, Values::text, "NAME", "adam, rmsprop or sgd"),
  LEARNING_RATE(Group.OPTIMIZER, Values::positive, "X", "the step size (default: the optimizer's)"),
  MOMENTUM(Group.OPTIMIZER, Values::number, "X", "sgd and rmsprop: from 0 to below 1 (default: 0)"),
  NESTEROV(Group.OPTIMIZER, Values::flag, "", "sgd: the momentum looks ahead"),
  BETA_1(
      Group.OPTIMIZER, Values::number, "X", "adam: the decay of the mean gradient (default: 0.9)"),
  BETA_2(
      Group.OPTIMIZER,
      Values::number,
      "X",
      "adam: the decay of the mean squared gradient (default: 0.999)"),
  RHO(
      Group.OPTIMIZER,
      Values::number,
      "X",
      "rmsprop: the decay of the mean squared gradient (default: 0.9)"),
  CENTERED(Group.OPTIMIZER, Values::flag, "", "rmsprop: divide by the variance"),
  EPSILON(
      Group.OPTIMIZER,
      Values::number,
      "X",
      "adam and rmsprop: keeps from dividing by 0 (default: 1e-7)"),
  AUGMENT(
      Group.AUGMENTATION,
      Values::flag,
      "",
      "the reference experiment's: rotation 10, width-shift, height-shift and zoom 0.1"),
  ROTATION(Group.AUGMENTATION, Values::number, "DEGREES", "turn images by up to this angle"),
  WIDTH_SHIFT(
      Group.AUGMENTATION,
      Values::number,
      "X",
      "move them sideways by up to this share of the width, or from 1 on pixels"),
  HEIGHT_SHIFT(
      Group.AUGMENTATION,
      Values::number,
      "X",
      "move them up or down by up to this share of the height, or from 1 on pixels"),
  SHEAR(Group.AUGMENTATION, Values::number, "DEGREES", "slant them by up to this angle"),
  ZOOM(
      Group.AUGMENTATION,
      Values::numberOrTwo,
      "X|LOW,HIGH",
      "divide width and height, each by a factor of 1 − X to 1 + X, or of LOW to HIGH"),
  BRIGHTNESS(
      Group.AUGMENTATION,
      Values::twoNumbers,
      "LOW,HIGH",
      "multiply their values by a factor of LOW to HIGH"),
  CHANNEL_SHIFT(
      Group.AUGMENTATION,
      Values::number,
      "X",
      "add up to ± X to their values, which run from 0 to 1"),
  HORIZONTAL_FLIP(Group.AUGMENTATION, Values::flag, "", "exchange left and right of one in two"),
  VERTICAL_FLIP(Group.AUGMENTATION, Values::flag, "", "exchange top and bottom of one in two"),
  FILL_MODE(
      Group.AUGMENTATION,
      Values.oneOf("nearest", "constant", "reflect", "wrap"),
      "nearest|constant|reflect|wrap",
      "what is seen beyond an image's border (default: nearest)"),
  FILL_VALUE(
      Group.AUGMENTATION, Values::number, "X", "the value that constant fills in (default: 0)"),
  INTERPOLATION(
      Group.AUGMENTATION,
      Values.oneOf("bilinear", "nearest"),
      "bilinear|nearest",
      "how the values between pixels are found (default: bilinear)"),
  TRANSFORM(
      Group.AUGMENTATION,
      Values::provided,
      "NAME:KEY=VALUE,…",
      "changes of your own, which their jars provide as services; made after the others"),
  FEATUREWISE_CENTER(
      Group.NORMALISATION,
      Values::flag,
      "",
      "subtract from each channel its mean over the training images"),
  FEATUREWISE_STD_NORMALIZATION(
      Group.NORMALISATION,
      Values::flag,
      "",
      "the same, and divide it by its standard deviation over the training images"),
  SAMPLEWISE_CENTER(Group.NORMALISATION, Values::flag, "", "subtract from each image its own mean"),
  SAMPLEWISE_STD_NORMALIZATION(
      Group.NORMALISATION,
      Values::flag,
      "",
      "the same, and divide it by its own standard deviation"),
  ZCA_WHITENING(
      Group.NORMALISATION,
      Values::flag,
      "",
      "remove the correlations between an image's values; for images of at most 4096 values"),
  ZCA_EPSILON(
      Group.NORMALISATION,
      Values::number,
      "X",
      "zca-whitening: added to the singular values, at least 0 (default: 1e-6)"),
  REDUCE_LR(
      Group.PLATEAU,
      Values::flag,
      "",
      "the reference experiment's: lr-monitor val_accuracy, lr-patience 3, lr-factor 0.5, min-lr 1e-5"),
  LR_MONITOR(
      Group.PLATEAU,
      Values::text,
      "METRIC",
      "what must improve: loss, accuracy, val_loss, val_accuracy or val_ and one of metrics (Keras: val_loss)"),
  LR_PATIENCE(
      Group.PLATEAU,
      Values::countOrZero,
      "N",
      "epochs without improvement before the rate is reduced (Keras: 10)"),
  LR_FACTOR(Group.PLATEAU, Values::number, "X", "what the rate is multiplied by (Keras: 0.1)"),
  LR_MIN_DELTA(
      Group.PLATEAU, Values::number, "X", "an improvement must be more than this (Keras: 1e-4)"),
  LR_COOLDOWN(
      Group.PLATEAU,
      Values::countOrZero,
      "N",
      "epochs after a reduction in which none is counted (Keras: 0)"),
  MIN_LR(Group.PLATEAU, Values::number, "X", "the smallest rate (Keras: 0)"),
  SCHEDULE(
      Group.SCHEDULE,
      Values.oneOf("step", "cosine", "one-cycle"),
      "step|cosine|one-cycle",
      "a fall every so many epochs, half a cosine wave, or a rise and a fall"),
  SCHEDULE_FACTOR(
      Group.SCHEDULE, Values::number, "X", "step: what the rate is multiplied by (default: 0.5)"),
  SCHEDULE_EPOCHS(
      Group.SCHEDULE, Values::count, "N", "step: epochs from one fall to the next (default: 10)"),
  SCHEDULE_ALPHA(
      Group.SCHEDULE,
      Values::number,
      "X",
      "cosine: the share of the rate that is left at the end (default: 0)"),
  WARMUP_STEPS(
      Group.SCHEDULE,
      Values::countOrZero,
      "N",
      "cosine: steps in which the rate rises before it falls (default: 0)"),
  WARMUP_FROM(
      Group.SCHEDULE,
      Values::positive,
      "X",
      "cosine: the rate that the warm-up begins with (default: a hundredth of the rate)"),
  WARMUP_FRACTION(
      Group.SCHEDULE,
      Values::number,
      "X",
      "one-cycle: the share of the steps in which the rate rises (default: 0.3)"),
  DIV_FACTOR(
      Group.SCHEDULE,
      Values::number,
      "X",
      "one-cycle: the largest rate divided by the first (default: 25)"),
  FINAL_DIV_FACTOR(
      Group.SCHEDULE,
      Values::number,
      "X",
      "one-cycle: the first rate divided by the last (default: 10000)"),
  EARLY_STOPPING(
      Group.STOPPING, Values::flag, "", "stop the training when a metric no longer improves"),
  STOP_MONITOR(
      Group.STOPPING,
      Values.oneOf("loss", "accuracy", "val_loss", "val_accuracy"),
      "METRIC",
      "what must improve: loss, accuracy, val_loss or val_accuracy (Keras: val_loss)"),
  STOP_PATIENCE(
      Group.STOPPING,
      Values::countOrZero,
      "N",
      "epochs without improvement before the training stops (Keras: 0)"),
  STOP_MIN_DELTA(
      Group.STOPPING, Values::number, "X", "an improvement must be more than this (Keras: 0)"),
  STOP_BASELINE(
      Group.STOPPING, Values::number, "X", "the value that must be beaten too (Keras: none)"),
  STOP_FROM_EPOCH(
      Group.STOPPING, Values::countOrZero, "N", "epochs that are not watched at first (Keras: 0)"),
  RESTORE_BEST(
      Group.STOPPING, Values::flag, "", "end with the weights of the best epoch, not of the last"),
  TERMINATE_ON_NAN(
      Group.STOPPING,
      Values::flag,
      "",
      "stop when the loss becomes NaN or infinite, with the epochs so far"),
  MEMBERS(
      Group.COMMITTEE,
      Values::count,
      "N",
      "how many networks form the committee; their seeds are seed, seed + 1 …"),
  COMBINE(
      Group.COMMITTEE,
      Values.oneOf("average", "weighted", "geometric", "vote"),
      "average|weighted|geometric|vote",
      "how the members decide together"),
  WEIGHTS(
      Group.COMMITTEE,
      Values::numbers,
      "X,Y,…",
      "what each member's output counts in the weighted average, such as 0.5,0.3,0.2"),
  SIDE_BY_SIDE(
      Group.COMMITTEE, Values::count, "N", "how many members are trained at the same time"),
  STAGES(
      Group.EXPERIMENT,
      Values.someOf("1a", "1b", "2", "3", "4", "5"),
      "A,B",
      "the stages to run: 1a, 1b, 2, 3, 4, 5"),
  SEEDS(
      Group.EXPERIMENT,
      Values::count,
      "N",
      "how often each training is run, with seed, seed + 1 …"),
  QUICK(Group.EXPERIMENT, Values::flag, "", "fewer images and epochs: minutes instead of an hour"),
  INVERT(Group.MODEL, Values::flag, "", "turn dark on light into light on dark"),
  PIXEL_RANGE(
      Group.MODEL,
      Values::pixelRange,
      "LOW..HIGH",
      "what pixels were where the network was trained: 0..255, 0..1, -1..1 … (default: what its file suggests, else 0..1)"),
  CLASSES(
      Group.MODEL,
      Values::names,
      "A,B,…",
      "the names of the classes, in the order of the outputs (default: 0,1,…)"),
  FORMAT(
      Group.MODEL,
      Values.oneOf("table", "jsonl"),
      "table|jsonl",
      "how predictions are printed: a table, or a JSON object a line"),
  LAYOUT(
      Group.MODEL,
      Values.oneOf("nhwc", "nchw"),
      "nhwc|nchw",
      "the order in which an .onnx file takes images: height, width, channels or channels first"),
  BATCH(
      Group.MODEL,
      Values::count,
      "N",
      "how many images an .onnx file takes at once, always (default: any number)"),
  METRIC(
      Group.MODEL,
      Values::text,
      "NAME",
      "what is drawn: accuracy, loss, learning_rate or another one that was measured"),
  CHECKPOINT_SECONDS(
      Group.RUN,
      Values::seconds,
      "X",
      "seconds between two checkpoints, from which a training can be resumed; there is one after each epoch too"),
  LOG_CSV(
      Group.RUN,
      Values::path,
      "FILE",
      "write a line with each epoch's metrics to this file as soon as the epoch ends"),
  SAVE_BEST(Group.RUN, Values::flag, "", "save the model of the best epoch so far as best.plenum"),
  SAVE_MONITOR(
      Group.RUN,
      Values.oneOf("loss", "accuracy", "val_loss", "val_accuracy"),
      "METRIC",
      "which epoch is the best; switches on save-best (Keras: val_loss)"),
  RESUME(Group.RUN, Values::path, "DIR", "resume the run in this folder, with its own settings"),
  OUT(Group.RUN, Values::path, "DIR", "where the results go; must be new or empty"),
  VERBOSE(Group.RUN, Values::flag, "", "log details, and print stack traces");

  private static final String VARIABLE_PREFIX = "PLENUM_";

  /** What belongs to one start of a run only. */
  private static final Set<Key> NOT_KEPT = EnumSet.of(OUT, RESUME, VERBOSE);

  private static final Set<Key> WITHOUT_EFFECT = EnumSet.of(
      THREADS, KERNELS, DATA_DIR, SIDE_BY_SIDE, CHECKPOINT_SECONDS, OUT, RESUME, VERBOSE);

  private final Group group;

  @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
  private final BiFunction<Values, Key, Object> reader;

  private final String valueLabel;
  private final String description;

  Key(Group group, BiFunction<Values, Key, Object> reader, String valueLabel, String description) {
    this.group = group;
    this.reader = reader;
    this.valueLabel = valueLabel;
    this.description = description;
  }

  /** Its name in configuration files: {@code batch-size}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its command-line option: {@code --batch-size}. */
  public String option() {
    return "--" + key();
  }

  /** Its environment variable: {@code PLENUM_BATCH_SIZE}. */
  public String variable() {
    return VARIABLE_PREFIX + name();
  }

  /** What it is about. */
  public Group group() {
    return group;
  }

  /** What stands for the value in the usage message; empty for a flag. */
  public String valueLabel() {
    return valueLabel;
  }

  /** What it does, in one line. */
  public String description() {
    return description;
  }

  /**
   * Its value among those that were found, as an object of its type.
   *
   * @throws UsageException if it is out of range
   */
  Object read(Values values) {
    return reader.apply(values, this);
  }

  /** Whether the results of a run depend on it. */
  boolean affectsResults() {
    return !WITHOUT_EFFECT.contains(this);
  }

  /** Whether a resumed run has the value that it was started with. */
  public boolean isKept() {
    return !NOT_KEPT.contains(this);
  }

  /** Whether it is simply there or not. */
  public boolean isFlag() {
    return valueLabel.isEmpty();
  }

  /** All keys of a group. */
  public static List<Key> in(Group group) {
    return Arrays.stream(values()).filter(key -> key.group == group).toList();
  }

  static Optional<Key> ofName(String key) {
    return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
  }

  static Optional<Key> ofVariable(String variable) {
    return Arrays.stream(values()).filter(k -> k.variable().equals(variable)).findFirst();
  }

  /** Whether an environment variable is meant for Plenum. */
  public static boolean isVariable(String name) {
    return name.startsWith(VARIABLE_PREFIX);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Key::key).toList();
  }

  static List<String> variables() {
    return Arrays.stream(values()).map(Key::variable).toList();
  }
}

package dev.plenum.app.config;

import static dev.plenum.app.config.Kind.COUNT;
import static dev.plenum.app.config.Kind.COUNT_OR_ZERO;
import static dev.plenum.app.config.Kind.FLAG;
import static dev.plenum.app.config.Kind.FRACTION;
import static dev.plenum.app.config.Kind.HEIGHT_WIDTH;
import static dev.plenum.app.config.Kind.NAMES;
import static dev.plenum.app.config.Kind.NUMBER;
import static dev.plenum.app.config.Kind.NUMBERS;
import static dev.plenum.app.config.Kind.NUMBER_OR_TWO;
import static dev.plenum.app.config.Kind.PAIRS;
import static dev.plenum.app.config.Kind.PATH;
import static dev.plenum.app.config.Kind.POSITIVE;
import static dev.plenum.app.config.Kind.PROVIDED;
import static dev.plenum.app.config.Kind.RANGE;
import static dev.plenum.app.config.Kind.SECONDS;
import static dev.plenum.app.config.Kind.TEXT;
import static dev.plenum.app.config.Kind.TWO_NUMBERS;
import static dev.plenum.app.config.Kind.WHOLE_NUMBER;
import static dev.plenum.app.config.Kind.oneOf;
import static dev.plenum.app.config.Kind.someOf;

import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Splitting;
import dev.plenum.api.service.NamedSettings;
import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.Interpolation;
import dev.plenum.datasets.PixelStorage;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.PixelRange;
import dev.plenum.interchange.onnx.ImageLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that can be set, each with its group in help, its name, what its values are, the built-in
 * default if there is one, and what it does.
 */
public final class Keys {
  private static final List<Key<?>> ALL = new ArrayList<>();

  public static final Key<String> BACKEND = key(Group.BACKEND, "backend", TEXT, "purejava")
      .help("what computes; 'plenum backends' lists them");
  public static final Key<List<String>> BACKENDS = key(Group.EXPERIMENT, "backends", NAMES)
      .help("the backends to compare (default: all that are available)");
  public static final Key<String> KERNELS = key(
          Group.BACKEND, "kernels", oneOf("auto", "vector", "scalar"), "auto")
      .help("the pure-Java engine's kernels");
  public static final Key<Integer> THREADS =
      key(Group.BACKEND, "threads", COUNT).help("how many threads compute (default: one per core)");
  public static final Key<Map<String, String>> BACKEND_SETTINGS = key(
          Group.BACKEND, "backend-settings", PAIRS)
      .help("settings of the backend's own, which it names when one is unknown");
  public static final Key<String> NETWORK = key(
          Group.TRAINING, "network", TEXT.shown("NAME|FILE"), "simple-conv")
      .help(
          "simple-conv, dense, deep-conv, resnet-8, resnet-20, vgg-bn, mobilenet-s, se-net, or a .json,"
              + " .conf or .hocon file");
  public static final Key<Path> FROM = key(Group.TRAINING, "from", PATH.shown("MODEL"))
      .help("a saved model whose layers are used, with a new last layer for the dataset's classes");
  public static final Key<List<String>> FREEZE = key(Group.TRAINING, "freeze", NAMES)
      .help(
          "what training leaves as it is: features (all before the last layer), or layers' names");
  public static final Key<List<String>> NETWORKS = key(Group.EXPERIMENT, "networks", NAMES)
      .help("several networks to compare (default: the one of network)");
  public static final Key<String> DATASET = key(
          Group.DATA, "dataset", TEXT.shown("NAME|PATH"), "digits")
      .help(
          "digits, mnist, fashion-mnist, or a file or folder of a format that 'plenum datasets' lists");
  public static final Key<Path> DATA_DIR = key(Group.DATA, "data-dir", PATH)
      .help("where dataset files lie: DIR/mnist/train-images-idx3-ubyte.gz …");
  public static final Key<PictureSize> IMAGE_SIZE = key(Group.DATA, "image-size", HEIGHT_WIDTH)
      .help("the size to which a folder's images are scaled (default: the first image's)");
  public static final Key<Preparation> PREPARE = key(Group.DATA, "prepare", Kind.PREPARATION)
      .help(
          "how pictures become images: bilinear, area or nearest; stretch, crop, pad or digit; exif to turn them as their files say; pillow-grey (default: bilinear,stretch)");
  public static final Key<PixelStorage> PIXELS = key(Group.DATA, "pixels", Kind.STORAGE)
      .help(
          "where decoded pictures are kept: in memory, in a file of the cache, or in a file if they need more than half of the memory (default: auto)");
  public static final Key<String> GROUPS = key(Group.DATA, "groups", TEXT.shown("REGEX"))
      .help("what of an image's path says which belong together: no split parts them");
  public static final Key<Integer> LIMIT = key(Group.DATA, "limit", COUNT)
      .help("only the first N training images, before validation images are set aside");
  public static final Key<Double> VALIDATION = key(Group.DATA, "validation", FRACTION, "1/6")
      .help("the share of the training images to set aside; 0 for none");
  public static final Key<Long> SPLIT_SEED =
      key(Group.DATA, "split-seed", WHOLE_NUMBER, "42").help("which images are set aside");
  public static final Key<Splitting> SPLIT = key(Group.DATA, "split", Kind.SPLITTING)
      .help("set aside what scikit-learn's train_test_split(random_state=N) does, in its order");
  public static final Key<Boolean> STRATIFY =
      key(Group.DATA, "stratify", FLAG).help("set aside the same share of every class");
  public static final Key<Integer> EPOCHS =
      key(Group.TRAINING, "epochs", COUNT, "5").help("passes over the training images");
  public static final Key<Integer> BATCH_SIZE =
      key(Group.TRAINING, "batch-size", COUNT, "86").help("images per step");
  public static final Key<Long> SEED = key(Group.TRAINING, "seed", WHOLE_NUMBER, "1")
      .help("initial weights, shuffling, augmentation and dropout follow from it");
  public static final Key<Double> LABEL_SMOOTHING = key(Group.TRAINING, "label-smoothing", FRACTION)
      .help("the share of each label that is spread over all classes (default: 0)");
  public static final Key<ImageWeights> CLASS_WEIGHTS = key(
          Group.TRAINING, "class-weights", Kind.CLASS_WEIGHTS)
      .help("how much the images of each class count, or balanced: every class as much");
  public static final Key<List<String>> METRICS = key(Group.TRAINING, "metrics", NAMES)
      .help(
          "what is measured beside loss and accuracy: top_5_accuracy (or another number), macro_f1, your own");
  public static final Key<List<NamedSettings>> CALLBACKS = key(
          Group.TRAINING, "callbacks", PROVIDED)
      .help(
          "callbacks of your own, which their jars provide as services, in the order of their calls");
  public static final Key<String> OPTIMIZER =
      key(Group.OPTIMIZER, "optimizer", TEXT, "adam").help("adam, adamw, rmsprop or sgd");
  public static final Key<Double> LEARNING_RATE = key(Group.OPTIMIZER, "learning-rate", POSITIVE)
      .help("the step size (default: the optimizer's)");
  public static final Key<Double> MOMENTUM = key(Group.OPTIMIZER, "momentum", NUMBER)
      .help("sgd and rmsprop: from 0 to below 1 (default: 0)");
  public static final Key<Boolean> NESTEROV =
      key(Group.OPTIMIZER, "nesterov", FLAG).help("sgd: the momentum looks ahead");
  public static final Key<Double> BETA_1 = key(Group.OPTIMIZER, "beta-1", NUMBER)
      .help("adam: the decay of the mean gradient (default: 0.9)");
  public static final Key<Double> BETA_2 = key(Group.OPTIMIZER, "beta-2", NUMBER)
      .help("adam: the decay of the mean squared gradient (default: 0.999)");
  public static final Key<Double> RHO = key(Group.OPTIMIZER, "rho", NUMBER)
      .help("rmsprop: the decay of the mean squared gradient (default: 0.9)");
  public static final Key<Boolean> CENTERED =
      key(Group.OPTIMIZER, "centered", FLAG).help("rmsprop: divide by the variance");
  public static final Key<Double> EPSILON = key(Group.OPTIMIZER, "epsilon", NUMBER)
      .help("adam and rmsprop: keeps from dividing by 0 (default: 1e-7)");
  public static final Key<Double> CLIP_VALUE =
      key(Group.UPDATE, "clip-value", POSITIVE).help("limit every element of a gradient to ± X");
  public static final Key<Double> CLIP_NORM =
      key(Group.UPDATE, "clip-norm", POSITIVE).help("limit the norm of each array's gradient to X");
  public static final Key<Double> GLOBAL_CLIP_NORM = key(Group.UPDATE, "global-clip-norm", POSITIVE)
      .help("limit the norm of all gradients together to X");
  public static final Key<Double> WEIGHT_DECAY = key(Group.UPDATE, "weight-decay", NUMBER)
      .help("the share of a weight that a step of learning rate 1 takes away (adamw: 0.004)");
  public static final Key<List<String>> DECAY_EXCLUDE = key(Group.UPDATE, "decay-exclude", NAMES)
      .help(
          "weight-decay: arrays whose names contain one of these keep theirs, such as bias,gamma");
  public static final Key<Double> EMA_MOMENTUM = key(Group.UPDATE, "ema-momentum", NUMBER)
      .help("average the weights, with this momentum (Keras: 0.99); the model gets the averages");
  public static final Key<Boolean> AUGMENT = key(Group.AUGMENTATION, "augment", FLAG, "false")
      .help("the reference experiment's: rotation 10, width-shift, height-shift and zoom 0.1");
  public static final Key<Double> ROTATION = key(
          Group.AUGMENTATION, "rotation", NUMBER.shown("DEGREES"))
      .help("turn images by up to this angle");
  public static final Key<Double> WIDTH_SHIFT = key(Group.AUGMENTATION, "width-shift", NUMBER)
      .help("move them sideways by up to this share of the width, or from 1 on pixels");
  public static final Key<Double> HEIGHT_SHIFT = key(Group.AUGMENTATION, "height-shift", NUMBER)
      .help("move them up or down by up to this share of the height, or from 1 on pixels");
  public static final Key<Double> SHEAR = key(Group.AUGMENTATION, "shear", NUMBER.shown("DEGREES"))
      .help("slant them by up to this angle");
  public static final Key<List<Double>> ZOOM = key(Group.AUGMENTATION, "zoom", NUMBER_OR_TWO)
      .help("divide width and height, each by a factor of 1 − X to 1 + X, or of LOW to HIGH");
  public static final Key<List<Double>> BRIGHTNESS = key(
          Group.AUGMENTATION, "brightness", TWO_NUMBERS)
      .help("multiply their values by a factor of LOW to HIGH");
  public static final Key<Double> CHANNEL_SHIFT = key(Group.AUGMENTATION, "channel-shift", NUMBER)
      .help("add up to ± X to their values, which run from 0 to 1");
  public static final Key<Boolean> HORIZONTAL_FLIP = key(
          Group.AUGMENTATION, "horizontal-flip", FLAG)
      .help("exchange left and right of one in two");
  public static final Key<Boolean> VERTICAL_FLIP =
      key(Group.AUGMENTATION, "vertical-flip", FLAG).help("exchange top and bottom of one in two");
  public static final Key<FillMode> FILL_MODE = key(
          Group.AUGMENTATION, "fill-mode", oneOf(FillMode.class))
      .help("what is seen beyond an image's border (default: nearest)");
  public static final Key<Double> FILL_VALUE = key(Group.AUGMENTATION, "fill-value", NUMBER)
      .help("the value that constant fills in (default: 0)");
  public static final Key<Interpolation> INTERPOLATION = key(
          Group.AUGMENTATION, "interpolation", oneOf(Interpolation.class).shown("bilinear|nearest"))
      .help("how the values between pixels are found (default: bilinear)");
  public static final Key<List<NamedSettings>> TRANSFORM = key(
          Group.AUGMENTATION, "transform", PROVIDED)
      .help("changes of your own, which their jars provide as services; made after the others");
  public static final Key<Boolean> FEATUREWISE_CENTER = key(
          Group.NORMALISATION, "featurewise-center", FLAG)
      .help("subtract from each channel its mean over the training images");
  public static final Key<Boolean> FEATUREWISE_STD_NORMALIZATION = key(
          Group.NORMALISATION, "featurewise-std-normalization", FLAG)
      .help("the same, and divide it by its standard deviation over the training images");
  public static final Key<Boolean> SAMPLEWISE_CENTER = key(
          Group.NORMALISATION, "samplewise-center", FLAG)
      .help("subtract from each image its own mean");
  public static final Key<Boolean> SAMPLEWISE_STD_NORMALIZATION = key(
          Group.NORMALISATION, "samplewise-std-normalization", FLAG)
      .help("the same, and divide it by its own standard deviation");
  public static final Key<Boolean> ZCA_WHITENING = key(Group.NORMALISATION, "zca-whitening", FLAG)
      .help("remove the correlations between an image's values; for images of at most 4096 values");
  public static final Key<Double> ZCA_EPSILON = key(Group.NORMALISATION, "zca-epsilon", NUMBER)
      .help("zca-whitening: added to the singular values, at least 0 (default: 1e-6)");
  public static final Key<Boolean> REDUCE_LR = key(Group.PLATEAU, "reduce-lr", FLAG, "false")
      .help(
          "the reference experiment's: lr-monitor val_accuracy, lr-patience 3, lr-factor 0.5, min-lr 1e-5");
  public static final Key<String> LR_MONITOR = key(
          Group.PLATEAU, "lr-monitor", TEXT.shown("METRIC"))
      .help(
          "what must improve: loss, accuracy, val_loss, val_accuracy or val_ and one of metrics (Keras: val_loss)");
  public static final Key<Integer> LR_PATIENCE = key(Group.PLATEAU, "lr-patience", COUNT_OR_ZERO)
      .help("epochs without improvement before the rate is reduced (Keras: 10)");
  public static final Key<Double> LR_FACTOR =
      key(Group.PLATEAU, "lr-factor", NUMBER).help("what the rate is multiplied by (Keras: 0.1)");
  public static final Key<Double> LR_MIN_DELTA = key(Group.PLATEAU, "lr-min-delta", NUMBER)
      .help("an improvement must be more than this (Keras: 1e-4)");
  public static final Key<Integer> LR_COOLDOWN = key(Group.PLATEAU, "lr-cooldown", COUNT_OR_ZERO)
      .help("epochs after a reduction in which none is counted (Keras: 0)");
  public static final Key<Double> MIN_LR =
      key(Group.PLATEAU, "min-lr", NUMBER).help("the smallest rate (Keras: 0)");
  public static final Key<String> SCHEDULE = key(
          Group.SCHEDULE, "schedule", oneOf("step", "cosine", "one-cycle"))
      .help("a fall every so many epochs, half a cosine wave, or a rise and a fall");
  public static final Key<Double> SCHEDULE_FACTOR = key(Group.SCHEDULE, "schedule-factor", NUMBER)
      .help("step: what the rate is multiplied by (default: 0.5)");
  public static final Key<Integer> SCHEDULE_EPOCHS = key(Group.SCHEDULE, "schedule-epochs", COUNT)
      .help("step: epochs from one fall to the next (default: 10)");
  public static final Key<Double> SCHEDULE_ALPHA = key(Group.SCHEDULE, "schedule-alpha", NUMBER)
      .help("cosine: the share of the rate that is left at the end (default: 0)");
  public static final Key<Integer> WARMUP_STEPS = key(Group.SCHEDULE, "warmup-steps", COUNT_OR_ZERO)
      .help("cosine: steps in which the rate rises before it falls (default: 0)");
  public static final Key<Double> WARMUP_FROM = key(Group.SCHEDULE, "warmup-from", POSITIVE)
      .help("cosine: the rate that the warm-up begins with (default: a hundredth of the rate)");
  public static final Key<Double> WARMUP_FRACTION = key(Group.SCHEDULE, "warmup-fraction", NUMBER)
      .help("one-cycle: the share of the steps in which the rate rises (default: 0.3)");
  public static final Key<Double> DIV_FACTOR = key(Group.SCHEDULE, "div-factor", NUMBER)
      .help("one-cycle: the largest rate divided by the first (default: 25)");
  public static final Key<Double> FINAL_DIV_FACTOR = key(Group.SCHEDULE, "final-div-factor", NUMBER)
      .help("one-cycle: the first rate divided by the last (default: 10000)");
  public static final Key<Boolean> EARLY_STOPPING = key(Group.STOPPING, "early-stopping", FLAG)
      .help("stop the training when a metric no longer improves");
  public static final Key<String> STOP_MONITOR = key(
          Group.STOPPING,
          "stop-monitor",
          oneOf("loss", "accuracy", "val_loss", "val_accuracy").shown("METRIC"))
      .help("what must improve: loss, accuracy, val_loss or val_accuracy (Keras: val_loss)");
  public static final Key<Integer> STOP_PATIENCE = key(
          Group.STOPPING, "stop-patience", COUNT_OR_ZERO)
      .help("epochs without improvement before the training stops (Keras: 0)");
  public static final Key<Double> STOP_MIN_DELTA = key(Group.STOPPING, "stop-min-delta", NUMBER)
      .help("an improvement must be more than this (Keras: 0)");
  public static final Key<Double> STOP_BASELINE = key(Group.STOPPING, "stop-baseline", NUMBER)
      .help("the value that must be beaten too (Keras: none)");
  public static final Key<Integer> STOP_FROM_EPOCH = key(
          Group.STOPPING, "stop-from-epoch", COUNT_OR_ZERO)
      .help("epochs that are not watched at first (Keras: 0)");
  public static final Key<Boolean> RESTORE_BEST = key(Group.STOPPING, "restore-best", FLAG)
      .help("end with the weights of the best epoch, not of the last");
  public static final Key<Boolean> TERMINATE_ON_NAN = key(Group.STOPPING, "terminate-on-nan", FLAG)
      .help("stop when the loss becomes NaN or infinite, with the epochs so far");
  public static final Key<Integer> MEMBERS = key(Group.COMMITTEE, "members", COUNT, "5")
      .help("how many networks form the committee; their seeds are seed, seed + 1 …");
  public static final Key<String> COMBINE = key(
          Group.COMMITTEE, "combine", oneOf("average", "weighted", "geometric", "vote"), "average")
      .help("how the members decide together");
  public static final Key<List<Double>> WEIGHTS = key(Group.COMMITTEE, "weights", NUMBERS)
      .help("what each member's output counts in the weighted average, such as 0.5,0.3,0.2");
  public static final Key<Integer> SIDE_BY_SIDE = key(Group.COMMITTEE, "side-by-side", COUNT, "1")
      .help("how many members are trained at the same time");
  public static final Key<List<String>> STAGES = key(
          Group.EXPERIMENT, "stages", someOf("1a", "1b", "2", "3", "4", "5"), "1a,1b,2,3,4,5")
      .help("the stages to run: 1a, 1b, 2, 3, 4, 5");
  public static final Key<Integer> SEEDS = key(Group.EXPERIMENT, "seeds", COUNT)
      .help("how often each training is run, with seed, seed + 1 …");
  public static final Key<Boolean> QUICK = key(Group.EXPERIMENT, "quick", FLAG, "false")
      .help("fewer images and epochs: minutes instead of an hour");
  public static final Key<Boolean> INVERT =
      key(Group.MODEL, "invert", FLAG, "false").help("turn dark on light into light on dark");
  public static final Key<PixelRange> PIXEL_RANGE = key(Group.MODEL, "pixel-range", RANGE)
      .help(
          "what pixels were where the network was trained: 0..255, 0..1, -1..1 … (default: what its file suggests, else 0..1)");
  public static final Key<List<String>> CLASSES = key(Group.MODEL, "classes", NAMES.shown("A,B,…"))
      .help("the names of the classes, in the order of the outputs (default: 0,1,…)");
  public static final Key<String> FORMAT = key(
          Group.MODEL, "format", oneOf("table", "jsonl"), "table")
      .help("how predictions are printed: a table, or a JSON object a line");
  public static final Key<ImageLayout> LAYOUT = key(
          Group.MODEL, "layout", oneOf(ImageLayout.class), "nhwc")
      .help(
          "the order in which an .onnx file takes images: height, width, channels or channels first");
  public static final Key<Integer> BATCH = key(Group.MODEL, "batch", COUNT)
      .help("how many images an .onnx file takes at once, always (default: any number)");
  public static final Key<String> METRIC = key(Group.MODEL, "metric", TEXT, "accuracy")
      .help("what is drawn: accuracy, loss, learning_rate or another one that was measured");
  public static final Key<Integer> FOLDS = key(Group.ANALYSIS, "folds", COUNT)
      .help(
          "look for wrong labels among the training images too, by so many networks, each trained by the model's own recipe without a part of them");
  public static final Key<Path> KEEP_TEMPERATURE = key(
          Group.ANALYSIS, "keep-temperature", PATH.shown("FILE"))
      .help(
          "write the model again, with the temperature that was fitted on validation images; must be new");
  public static final Key<String> HOST = key(Group.SERVER, "host", TEXT, "localhost")
      .help("where it listens: localhost for this machine only, 0.0.0.0 for all that reach it");
  public static final Key<String> TOKEN = key(Group.SERVER, "token", TEXT)
      .help(
          "what every request must bring as Authorization: Bearer TOKEN; needed where other machines reach it. PLENUM_TOKEN hides it from lists of processes");
  public static final Key<Integer> QUEUE =
      key(Group.SERVER, "queue", COUNT, "1024").help("how many pictures may wait for each model");
  public static final Key<Integer> MAX_BYTES =
      key(Group.SERVER, "max-bytes", COUNT, "10485760").help("how many bytes a request may have");
  public static final Key<Integer> MAX_PIXELS =
      key(Group.SERVER, "max-pixels", COUNT, "50000000").help("how many pixels a picture may have");
  public static final Key<Duration> CHECKPOINT_SECONDS = key(
          Group.RUN, "checkpoint-seconds", SECONDS, "60")
      .help(
          "seconds between two checkpoints, from which a training can be resumed; there is one after each epoch too");
  public static final Key<Path> LOG_CSV = key(Group.RUN, "log-csv", PATH.shown("FILE"))
      .help("write a line with each epoch's metrics to this file as soon as the epoch ends");
  public static final Key<Path> TENSORBOARD = key(Group.RUN, "tensorboard", PATH.shown("DIR"))
      .help("write each epoch's metrics as event files for TensorBoard: DIR/train, DIR/validation");
  public static final Key<Boolean> WATCH = key(Group.RUN, "watch", FLAG)
      .help("show the training on a page of this machine, on which it can be stopped too");
  public static final Key<Integer> LISTEN = key(Group.RUN, "listen", COUNT_OR_ZERO)
      .help("where the page is: http://localhost:N/ (default: any free port)");
  public static final Key<Boolean> SAVE_BEST = key(Group.RUN, "save-best", FLAG)
      .help("save the model of the best epoch so far as best.plenum");
  public static final Key<String> SAVE_MONITOR = key(
          Group.RUN,
          "save-monitor",
          oneOf("loss", "accuracy", "val_loss", "val_accuracy").shown("METRIC"))
      .help("which epoch is the best; switches on save-best (Keras: val_loss)");
  public static final Key<Path> RESUME =
      key(Group.RUN, "resume", PATH).help("resume the run in this folder, with its own settings");
  public static final Key<Path> OUT =
      key(Group.RUN, "out", PATH).help("where the results go; must be new or empty");
  public static final Key<Boolean> VERBOSE =
      key(Group.RUN, "verbose", FLAG, "false").help("log details, and print stack traces");

  /** What belongs to one start of a run only. */
  private static final Set<Key<?>> NOT_KEPT = Set.of(WATCH, LISTEN, TOKEN, OUT, RESUME, VERBOSE);

  private static final Set<Key<?>> WITHOUT_EFFECT = Set.of(
      THREADS,
      KERNELS,
      DATA_DIR,
      PIXELS,
      SIDE_BY_SIDE,
      CHECKPOINT_SECONDS,
      TENSORBOARD,
      WATCH,
      LISTEN,
      FOLDS,
      KEEP_TEMPERATURE,
      OUT,
      RESUME,
      VERBOSE);

  private Keys() {}

  /** A key that lacks only its description. */
  private record Undescribed<T>(Group group, String name, Kind<T> kind, Optional<String> fallback) {
    Key<T> help(String description) {
      Key<T> key = new Key<>(name, group, kind, fallback, description);
      ALL.add(key);
      return key;
    }
  }

  private static <T> Undescribed<T> key(Group group, String name, Kind<T> kind) {
    return new Undescribed<>(group, name, kind, Optional.empty());
  }

  private static <T> Undescribed<T> key(Group group, String name, Kind<T> kind, String fallback) {
    return new Undescribed<>(group, name, kind, Optional.of(fallback));
  }

  /** All, in the order in which records of runs list them. */
  public static List<Key<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** All keys of a group. */
  public static List<Key<?>> in(Group group) {
    return ALL.stream().filter(key -> key.group() == group).toList();
  }

  /** The built-in defaults of the keys that have one. */
  static Map<Key<?>, Value> defaults() {
    Map<Key<?>, Value> defaults = new LinkedHashMap<>();
    ALL.forEach(key -> key.fallback().ifPresent(text -> defaults.put(key, Value.builtIn(text))));
    return defaults;
  }

  /** Whether the results of a run depend on a key. */
  static boolean affectResults(Key<?> key) {
    return !WITHOUT_EFFECT.contains(key);
  }

  /** Whether a resumed run has the value that it was started with. */
  public static boolean isKept(Key<?> key) {
    return !NOT_KEPT.contains(key);
  }

  /** The key that is called so, by one of the names that keys have. */
  static Optional<Key<?>> find(String name, Function<Key<?>, String> naming) {
    return ALL.stream().filter(key -> naming.apply(key).equals(name)).findFirst();
  }

  /** What all are called. */
  static List<String> names(Function<Key<?>, String> naming) {
    return ALL.stream().map(naming).toList();
  }
}

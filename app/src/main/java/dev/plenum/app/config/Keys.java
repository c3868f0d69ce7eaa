package dev.plenum.app.config;

import static dev.plenum.experiment.parameter.Kind.COUNT;
import static dev.plenum.experiment.parameter.Kind.COUNTS;
import static dev.plenum.experiment.parameter.Kind.COUNT_OR_ZERO;
import static dev.plenum.experiment.parameter.Kind.FLAG;
import static dev.plenum.experiment.parameter.Kind.NAMES;
import static dev.plenum.experiment.parameter.Kind.NUMBERS;
import static dev.plenum.experiment.parameter.Kind.PAIRS;
import static dev.plenum.experiment.parameter.Kind.PATH;
import static dev.plenum.experiment.parameter.Kind.SECONDS;
import static dev.plenum.experiment.parameter.Kind.TEXT;
import static dev.plenum.experiment.parameter.Kind.WHOLE_NUMBER;
import static dev.plenum.experiment.parameter.Kind.oneOf;
import static dev.plenum.experiment.parameter.Kind.someOf;

import dev.plenum.api.data.Splitting;
import dev.plenum.datasets.PixelStorage;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.ensemble.Views;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.parameter.Kind;
import dev.plenum.experiment.parameter.KnownRecipes;
import dev.plenum.experiment.parameter.Parameter;
import dev.plenum.experiment.parameter.Part;
import dev.plenum.experiment.parameter.RecipeParameters;
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
      .help(String.join(", ", BuiltInNetwork.names()) + ", or a .json, .conf or .hocon file");
  public static final Key<String> RECIPE = key(
          Group.TRAINING, "recipe", oneOf(KnownRecipes.names().toArray(String[]::new)))
      .help("settings that reach an accuracy on MNIST; what you set yourself wins");
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
  public static final Key<PictureSize> IMAGE_SIZE = key(
          Group.DATA, "image-size", Kind.of("HxW", PictureSize::parse))
      .help("the size to which a folder's images are scaled (default: the first image's)");
  public static final Key<InkWindow> WINDOW = key(RecipeParameters.WINDOW);
  public static final Key<Preparation> PREPARE = key(
          Group.DATA, "prepare", Kind.of("WORD,…", Preparation::named))
      .help(
          "how pictures become images: bilinear, area or nearest; stretch, crop, pad or digit; exif to turn them as their files say; pillow-grey (default: bilinear,stretch)");
  public static final Key<PixelStorage> PIXELS = key(
          Group.DATA, "pixels", new Kind<>("memory|cache|auto", PixelStorage::parse))
      .help(
          "where decoded pictures are kept: in memory, in a file of the cache, or in a file if they need more than half of the memory (default: auto)");
  public static final Key<String> GROUPS = key(Group.DATA, "groups", TEXT.shown("REGEX"))
      .help("what of an image's path says which belong together: no split parts them");
  public static final Key<Integer> LIMIT = key(Group.DATA, "limit", COUNT)
      .help("only the first N training images, before validation images are set aside");
  public static final Key<Double> VALIDATION = key(RecipeParameters.VALIDATION);
  public static final Key<Long> SPLIT_SEED =
      key(Group.DATA, "split-seed", WHOLE_NUMBER, "42").help("which images are set aside");
  public static final Key<Splitting> SPLIT = key(
          Group.DATA, "split", Kind.of("sklearn:N", Splitting::parse))
      .help("set aside what scikit-learn's train_test_split(random_state=N) does, in its order");
  public static final Key<Boolean> STRATIFY =
      key(Group.DATA, "stratify", FLAG).help("set aside the same share of every class");
  public static final Key<Integer> EPOCHS = key(RecipeParameters.EPOCHS);
  public static final Key<Integer> BATCH_SIZE = key(RecipeParameters.BATCH_SIZE);
  public static final Key<Long> SEED = key(RecipeParameters.SEED);

  static {
    RecipeParameters.all().stream()
        .filter(parameter -> parameter.part() != Part.DATA)
        .map(Key::of)
        .filter(key -> !ALL.contains(key))
        .forEach(ALL::add);
  }

  public static final Key<List<String>> METRICS = Key.of(RecipeParameters.METRICS);
  public static final Key<Boolean> AUGMENT = Key.of(RecipeParameters.AUGMENT);
  public static final Key<Boolean> REDUCE_LR = Key.of(RecipeParameters.REDUCE_LR);

  public static final Key<Integer> MEMBERS = key(Group.COMMITTEE, "members", COUNT, "5")
      .help("how many networks form the committee; their seeds are seed, seed + 1 …");
  public static final Key<Map<String, Integer>> KINDS = key(
          Group.COMMITTEE, "kinds", COUNTS.shown("KIND=N,…"))
      .help(
          "members of several kinds and how many of each; a kind is a network's name, or a file of settings that change the others");
  public static final Key<Integer> SELECT = key(Group.COMMITTEE, "select", COUNT)
      .help(
          "keep so many of the trained members, chosen one after the other by what the committee makes of the validation images");
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
  public static final Key<Views> VIEWS = key(
          Group.MODEL, "views", Kind.of("1|5|9", Views::parse), "1")
      .help(
          "average over so many views of each image: as it is, moved by a pixel to the four sides, and to the corners");
  public static final Key<PixelRange> PIXEL_RANGE = key(
          Group.MODEL, "pixel-range", Kind.of("LOW..HIGH", PixelRange::parse))
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
  public static final Key<String> MASTER = key(Group.CLUSTER, "master", TEXT.shown("URL"))
      .help(
          "train on this Spark cluster, one training a task: spark://HOST:7077, local-cluster[2,1,1024], yarn …");
  public static final Key<Map<String, String>> SPARK_SETTINGS = key(
          Group.CLUSTER, "spark-settings", PAIRS)
      .help("Spark's own settings, such as spark.executor.memory=4g");
  public static final Key<String> SHARED = key(Group.CLUSTER, "shared", TEXT.shown("DIR"))
      .help(
          "a folder that all workers reach, of any file system that Hadoop knows: a training whose worker is lost goes on from its checkpoint there");
  public static final Key<Boolean> WORKERS_READ = key(Group.CLUSTER, "workers-read", FLAG)
      .help("each worker reads the dataset itself, instead of getting it from here");
  public static final Key<Integer> MIN_MEMBERS = key(Group.COMMITTEE, "min-members", COUNT)
      .help("do without members that fail if at least so many are trained (default: all)");
  public static final Key<Duration> CHECKPOINT_SECONDS = key(
          Group.RUN, "checkpoint-seconds", SECONDS, "60")
      .help(
          "seconds between two checkpoints, from which a training can be resumed; longer epochs have one at their ends too");
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
          Group.RUN, "save-monitor", TEXT.shown("METRIC"))
      .help("by which metric an epoch is the best; switches on save-best (Keras: val_loss)");
  public static final Key<Path> RESUME =
      key(Group.RUN, "resume", PATH).help("resume the run in this folder, with its own settings");
  public static final Key<Path> OUT =
      key(Group.RUN, "out", PATH).help("where the results go; must be new or empty");
  public static final Key<Boolean> VERBOSE =
      key(Group.RUN, "verbose", FLAG, "false").help("log details, and print stack traces");

  /** What belongs to one start of a run only. */
  private static final Set<Key<?>> NOT_KEPT = Set.of(
      WATCH, LISTEN, TOKEN, MASTER, SPARK_SETTINGS, SHARED, WORKERS_READ, OUT, RESUME, VERBOSE);

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
      MASTER,
      SPARK_SETTINGS,
      SHARED,
      WORKERS_READ,
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

  private static <T> Key<T> key(Parameter<T> parameter) {
    Key<T> key = Key.of(parameter);
    ALL.add(key);
    return key;
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
  public static boolean affectResults(Key<?> key) {
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

package dev.plenum.app.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be set. Each key is an option ({@code --batch-size}), a name in configuration
 * files ({@code batch-size}) and an environment variable ({@code PLENUM_BATCH_SIZE}) alike.
 */
public enum Key {
  BACKEND("NAME", "what computes; 'plenum backends' lists them"),
  BACKENDS("A,B", "the backends to compare (default: all that are available)"),
  KERNELS("auto|vector|scalar", "the pure-Java engine's kernels"),
  THREADS("N", "how many threads compute (default: one per core)"),
  NETWORK("NAME|FILE", "simple-conv, dense, deep-conv, or a .json, .conf or .hocon file"),
  NETWORKS("A,B", "several networks to compare (default: the one of network)"),
  DATASET("NAME|DIR", "digits, mnist, fashion-mnist, or a folder of class-named image folders"),
  DATA_DIR("DIR", "where dataset files lie: DIR/mnist/train-images-idx3-ubyte.gz …"),
  IMAGE_SIZE("HxW", "the size to which a folder's images are scaled (default: the first image's)"),
  LIMIT("N", "only the first N training images, before validation images are set aside"),
  VALIDATION("FRACTION", "the share of the training images to set aside; 0 for none"),
  SPLIT_SEED("N", "which images are set aside"),
  EPOCHS("N", "passes over the training images"),
  BATCH_SIZE("N", "images per step"),
  OPTIMIZER("NAME", "adam, rmsprop or sgd"),
  LEARNING_RATE("X", "the optimizer's step size (default: the optimizer's)"),
  SEED("N", "initial weights, shuffling and dropout follow from it"),
  AUGMENT("", "change the training images at random, as the reference experiment does"),
  REDUCE_LR("", "halve the learning rate when the validation accuracy no longer improves"),
  MEMBERS("N", "how many networks form the committee; their seeds are seed, seed + 1 …"),
  COMBINE("average|geometric|vote", "how the members decide together"),
  SIDE_BY_SIDE("N", "how many members are trained at the same time"),
  STAGES("A,B", "the stages to run: 1a, 1b, 2, 3, 4, 5"),
  SEEDS(
      "N",
      "how often each training is run, with seed, seed + 1 … (default: reproduce 1, compare 3)"),
  QUICK("", "fewer images, epochs and members: minutes instead of an hour"),
  CHECKPOINT_SECONDS("X", "how often a training is saved to be gone on with, besides after epochs"),
  RESUME("DIR", "go on with the run in this folder, with its own settings"),
  OUT(
      "DIR",
      "where the results go; must be new or empty (default: runs/<time>-train-<network>;"
          + " evaluate leaves nothing without it)"),
  INVERT("", "turn dark on light into light on dark"),
  CLASSES("A,B,…", "the names of the classes, in the order of the outputs (default: 0,1,…)"),
  FORMAT("table|jsonl", "how predictions are printed: a table, or a JSON object a line"),
  VERBOSE("", "log details, and print stack traces");

  private static final String VARIABLE_PREFIX = "PLENUM_";

  /** What belongs to one start of a run only. */
  private static final Set<Key> NOT_KEPT = EnumSet.of(OUT, RESUME, VERBOSE);

  private static final Set<Key> WITHOUT_EFFECT = EnumSet.of(
      THREADS, KERNELS, DATA_DIR, SIDE_BY_SIDE, CHECKPOINT_SECONDS, OUT, RESUME, VERBOSE);

  private final String valueLabel;
  private final String description;

  Key(String valueLabel, String description) {
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

  /** What stands for the value in the usage message; empty for a flag. */
  public String valueLabel() {
    return valueLabel;
  }

  /** What it does, in one line. */
  public String description() {
    return description;
  }

  /** Whether the results of a run depend on it. */
  boolean affectsResults() {
    return !WITHOUT_EFFECT.contains(this);
  }

  /** Whether a run that is gone on with has the value that it was started with. */
  boolean isKept() {
    return !NOT_KEPT.contains(this);
  }

  /** Whether it is simply there or not. */
  public boolean isFlag() {
    return valueLabel.isEmpty();
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

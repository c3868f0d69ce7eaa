package dev.plenum.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a command was told, checked. Whether the things named exist (a backend, a dataset, a file) is
 * found out where they are made; {@link #refuse} words the error.
 *
 * @param backends those to compare, each once; empty for all that are available
 * @param kernels empty for the backend's own choice
 * @param threads empty for one per core
 * @param networks those to compare, each once; empty for the one of {@code network}
 * @param validation the share of the training images to set aside, in [0, 1); 0 for none
 * @param learningRate empty for the optimizer's default
 * @param seeds how often each training is run; empty for the command's own number
 * @param classes each once; empty for numbers
 * @param resume the folder of the run to go on with; then {@code out} is the same
 * @param values everything as it was found
 */
public record Settings(
    String backend,
    List<String> backends,
    Optional<String> kernels,
    OptionalInt threads,
    String network,
    List<String> networks,
    String dataset,
    Optional<Path> dataDir,
    Optional<ImageSize> imageSize,
    OptionalInt limit,
    double validation,
    long splitSeed,
    int epochs,
    int batchSize,
    String optimizer,
    OptionalDouble learningRate,
    long seed,
    boolean augment,
    boolean reduceLr,
    int members,
    String combine,
    int sideBySide,
    List<String> stages,
    OptionalInt seeds,
    boolean quick,
    Duration checkpointInterval,
    Optional<Path> resume,
    Optional<Path> out,
    boolean invert,
    List<String> classes,
    String format,
    boolean verbose,
    Map<Key, Value> values) {

  private static final String AUTO = "auto";
  private static final List<String> COMBINATIONS = List.of("average", "geometric", "vote");
  private static final List<String> FORMATS = List.of("table", "jsonl");
  private static final List<String> STAGES = List.of("1a", "1b", "2", "3", "4", "5");
  private static final List<String> KERNELS = List.of(AUTO, "vector", "scalar");

  /**
   * Checks all values.
   *
   * @param found for every key that has a default, and those that were set
   * @param workingDirectory relative paths start there
   * @throws UsageException if one is out of range; the message has the key, where it was set, what
   *     was found and what is allowed
   */
  static Settings of(Map<Key, Value> found, Path workingDirectory) {
    Values values = new Values(found);
    return new Settings(
        values.text(Key.BACKEND),
        optionalNames(values, Key.BACKENDS),
        Optional.of(values.oneOf(Key.KERNELS, KERNELS)).filter(kernels -> !kernels.equals(AUTO)),
        optionalCount(values, Key.THREADS),
        values.text(Key.NETWORK),
        optionalNames(values, Key.NETWORKS),
        values.text(Key.DATASET),
        optionalPath(values, Key.DATA_DIR, workingDirectory),
        values.isSet(Key.IMAGE_SIZE)
            ? Optional.of(values.imageSize(Key.IMAGE_SIZE))
            : Optional.empty(),
        optionalCount(values, Key.LIMIT),
        values.fraction(Key.VALIDATION),
        values.wholeNumber(Key.SPLIT_SEED),
        values.count(Key.EPOCHS),
        values.count(Key.BATCH_SIZE),
        values.text(Key.OPTIMIZER),
        values.isSet(Key.LEARNING_RATE)
            ? OptionalDouble.of(values.positive(Key.LEARNING_RATE))
            : OptionalDouble.empty(),
        values.wholeNumber(Key.SEED),
        values.flag(Key.AUGMENT),
        values.flag(Key.REDUCE_LR),
        values.count(Key.MEMBERS),
        values.oneOf(Key.COMBINE, COMBINATIONS),
        values.count(Key.SIDE_BY_SIDE),
        values.someOf(Key.STAGES, STAGES),
        optionalCount(values, Key.SEEDS),
        values.flag(Key.QUICK),
        seconds(values.positive(Key.CHECKPOINT_SECONDS)),
        optionalPath(values, Key.RESUME, workingDirectory),
        optionalPath(values, Key.OUT, workingDirectory),
        values.flag(Key.INVERT),
        optionalNames(values, Key.CLASSES),
        values.oneOf(Key.FORMAT, FORMATS),
        values.flag(Key.VERBOSE),
        Collections.unmodifiableMap(new EnumMap<>(found)));
  }

  private static OptionalInt optionalCount(Values values, Key key) {
    return values.isSet(key) ? OptionalInt.of(values.count(key)) : OptionalInt.empty();
  }

  private static List<String> optionalNames(Values values, Key key) {
    return values.isSet(key) ? values.names(key) : List.of();
  }

  private static Optional<Path> optionalPath(Values values, Key key, Path workingDirectory) {
    return values.isSet(key) ? Optional.of(values.path(key, workingDirectory)) : Optional.empty();
  }

  /** Ends at about 292 years. */
  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /** Whether the user chose a value, rather than leaving it to the built-in defaults. */
  public boolean isChosen(Key key) {
    Value value = values.get(key);
    return value != null && !value.origin().equals(SettingsLoader.DEFAULTS);
  }

  /** Whether the value was given as an option on the command line. */
  public boolean isOption(Key key) {
    Value value = values.get(key);
    return value != null && value.isOption(key);
  }

  /** An error about a key's value that says where the value was set. */
  public UsageException refuse(Key key, String problem) {
    Value value = values.get(key);
    String origin = value == null ? "not set" : value.origin();
    return new UsageException("%s: %s (%s)".formatted(key.key(), problem, origin));
  }

  /** An error about a key's value that was found by what the value was meant for. */
  public UsageException refuse(Key key, RuntimeException finding) {
    return refuse(key, String.valueOf(finding.getMessage()));
  }
}

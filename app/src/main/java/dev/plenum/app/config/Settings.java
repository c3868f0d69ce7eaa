package dev.plenum.app.config;

import dev.plenum.interchange.imported.PixelRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command was told, checked: a value for every key that was set or has a default. Whether the
 * things named exist (a backend, a dataset, a file) is found out where they are made; {@link #refuse}
 * words the error.
 *
 * <p>The groups of keys that only change something which has defaults of its own (optimizer,
 * augmentation, plateau) are read by {@link #find}.
 */
public final class Settings {
  private final Map<Key, Value> values;
  private final Map<Key, Object> read;
  private final Path workingDirectory;

  private Settings(Map<Key, Value> values, Map<Key, Object> read, Path workingDirectory) {
    this.values = Collections.unmodifiableMap(values);
    this.read = read;
    this.workingDirectory = workingDirectory;
  }

  /**
   * Checks all values.
   *
   * @param found for every key that has a default, and those that were set
   * @param workingDirectory relative paths start there
   * @throws UsageException if one is out of range; the message has the key, where it was set, what
   *     was found and what is allowed
   */
  static Settings of(Map<Key, Value> found, Path workingDirectory) {
    Values values = new Values(found, workingDirectory);
    Map<Key, Object> read = new EnumMap<>(Key.class);
    found.keySet().forEach(key -> read.put(key, key.read(values)));
    return new Settings(new EnumMap<>(found), read, workingDirectory);
  }

  /**
   * The same with other values for some keys.
   *
   * @param origin where these come from, for messages
   */
  public Settings with(Map<Key, String> others, String origin) {
    Map<Key, Value> changed = new EnumMap<>(values);
    others.forEach((key, text) -> changed.put(key, new Value(text, origin)));
    return of(changed, workingDirectory);
  }

  /** The same with these keys alone; all others have their built-in defaults, or none. */
  public Settings only(Collection<Key> keys) {
    Map<Key, Value> kept = new EnumMap<>(ConfigFile.defaults());
    values.forEach((key, value) -> {
      if (keys.contains(key)) {
        kept.put(key, value);
      }
    });
    return of(kept, workingDirectory);
  }

  /** Everything as it was found. */
  public Map<Key, Value> values() {
    return values;
  }

  /**
   * The value of a key, if there is one.
   *
   * @param type what the key's values are
   * @throws ClassCastException if they are something else
   */
  public <T> Optional<T> find(Key key, Class<T> type) {
    return Optional.ofNullable(read.get(key)).map(type::cast);
  }

  /** The value of a key that has a default. */
  private <T> T get(Key key, Class<T> type) {
    return find(key, type)
        .orElseThrow(() -> new IllegalStateException("'%s' has no default".formatted(key.key())));
  }

  private OptionalInt count(Key key) {
    return find(key, Integer.class).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private List<String> names(Key key) {
    return find(key, List.class).stream()
        .flatMap(names -> ((List<?>) names).stream())
        .map(String.class::cast)
        .toList();
  }

  private Map<String, String> pairs(Key key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    find(key, Map.class)
        .ifPresent(found ->
            ((Map<?, ?>) found).forEach((name, value) -> pairs.put((String) name, (String) value)));
    return pairs;
  }

  /** The things that a key names and others provide, in the order given. */
  public List<NamedSettings> provided(Key key) {
    return find(key, List.class).stream()
        .flatMap(all -> ((List<?>) all).stream())
        .map(NamedSettings.class::cast)
        .toList();
  }

  private boolean flag(Key key) {
    return find(key, Boolean.class).orElse(false);
  }

  /** The name of the backend that computes. */
  public String backend() {
    return get(Key.BACKEND, String.class);
  }

  /** Those to compare, each once; empty for all that are available. */
  public List<String> backends() {
    return names(Key.BACKENDS);
  }

  /** Empty for the backend's own choice. */
  public Optional<String> kernels() {
    return find(Key.KERNELS, String.class).filter(kernels -> !kernels.equals("auto"));
  }

  /** Empty for one per core. */
  public OptionalInt threads() {
    return count(Key.THREADS);
  }

  /**
   * What the backend is set to, by its own names: threads and kernels where they were chosen, and {@code
   * backend-settings}. Empty where it is left to the backend.
   *
   * @throws UsageException if {@code backend-settings} names what has a key of its own
   */
  public Map<String, String> backendSettings() {
    Map<String, String> chosen = new LinkedHashMap<>();
    kernels().ifPresent(kernels -> chosen.put(Key.KERNELS.key(), kernels));
    threads().ifPresent(threads -> chosen.put(Key.THREADS.key(), String.valueOf(threads)));
    chosen.putAll(ownBackendSettings());
    return chosen;
  }

  /**
   * The backend's settings that have no key of their own, by the backend's names.
   *
   * @throws UsageException if one has a key of its own
   */
  public Map<String, String> ownBackendSettings() {
    Map<String, String> own = pairs(Key.BACKEND_SETTINGS);
    for (Key key : List.of(Key.KERNELS, Key.THREADS)) {
      if (own.containsKey(key.key())) {
        throw refuse(
            Key.BACKEND_SETTINGS, "%1$s is set by %2$s".formatted(key.key(), key.option()));
      }
    }
    return own;
  }

  /** The name or file of what is trained. */
  public String network() {
    return get(Key.NETWORK, String.class);
  }

  /** Those to compare, each once; empty for the one of {@link #network}. */
  public List<String> networks() {
    return names(Key.NETWORKS);
  }

  /** A dataset's name, or a folder. */
  public String dataset() {
    return get(Key.DATASET, String.class);
  }

  /** Where dataset files lie. */
  public Optional<Path> dataDir() {
    return find(Key.DATA_DIR, Path.class);
  }

  /** To which a folder's images are scaled; empty for the first image's. */
  public Optional<ImageSize> imageSize() {
    return find(Key.IMAGE_SIZE, ImageSize.class);
  }

  /** How many of the training images are used; empty for all. */
  public OptionalInt limit() {
    return count(Key.LIMIT);
  }

  /** The share of the training images to set aside, in [0, 1); 0 for none. */
  public double validation() {
    return get(Key.VALIDATION, Double.class);
  }

  /** What decides which images are set aside. */
  public long splitSeed() {
    return get(Key.SPLIT_SEED, Long.class);
  }

  /** Passes over the training images, at least 1. */
  public int epochs() {
    return get(Key.EPOCHS, Integer.class);
  }

  /** Images per step, at least 1. */
  public int batchSize() {
    return get(Key.BATCH_SIZE, Integer.class);
  }

  /** The optimizer's name. */
  public String optimizer() {
    return get(Key.OPTIMIZER, String.class);
  }

  /** What weights, order, augmentation and dropout follow from. */
  public long seed() {
    return get(Key.SEED, Long.class);
  }

  /** What is measured beside loss and accuracy, each once. */
  public List<String> metrics() {
    return names(Key.METRICS);
  }

  /** Whether training images are changed as in the reference experiment, but for what is set. */
  public boolean augment() {
    return flag(Key.AUGMENT);
  }

  /** Whether the learning rate is reduced as in the reference experiment, but for what is set. */
  public boolean reduceLr() {
    return flag(Key.REDUCE_LR);
  }

  /** How many networks form a committee. */
  public int members() {
    return get(Key.MEMBERS, Integer.class);
  }

  /** How they decide: {@code average}, {@code weighted}, {@code geometric} or {@code vote}. */
  public String combine() {
    return get(Key.COMBINE, String.class);
  }

  /** How many of them are trained at the same time. */
  public int sideBySide() {
    return get(Key.SIDE_BY_SIDE, Integer.class);
  }

  /** The reference experiment's stages to run. */
  public List<String> stages() {
    return names(Key.STAGES);
  }

  /** How often each training is run; empty for the command's own number. */
  public OptionalInt seeds() {
    return count(Key.SEEDS);
  }

  /** Whether the experiment is made smaller. */
  public boolean quick() {
    return flag(Key.QUICK);
  }

  /** How often a training is saved. */
  public Duration checkpointInterval() {
    return get(Key.CHECKPOINT_SECONDS, Duration.class);
  }

  /** The folder of the run to resume; then {@link #out} is the same. */
  public Optional<Path> resume() {
    return find(Key.RESUME, Path.class);
  }

  /** Where results go. */
  public Optional<Path> out() {
    return find(Key.OUT, Path.class);
  }

  /** Whether dark and light of pictures are exchanged. */
  public boolean invert() {
    return flag(Key.INVERT);
  }

  /** What an imported network's pixels are; empty for what its file suggests. */
  public Optional<PixelRange> pixelRange() {
    return find(Key.PIXEL_RANGE, PixelRange.class);
  }

  /** Names of the classes, each once; empty for numbers. */
  public List<String> classes() {
    return names(Key.CLASSES);
  }

  /** How predictions are printed: {@code table} or {@code jsonl}. */
  public String format() {
    return get(Key.FORMAT, String.class);
  }

  /** In which order an exported model takes the values of images: {@code nhwc} or {@code nchw}. */
  public String layout() {
    return get(Key.LAYOUT, String.class);
  }

  /** How many images an exported model takes at once; empty for any number. */
  public OptionalInt batch() {
    return count(Key.BATCH);
  }

  /** What is drawn, as histories name it. */
  public String metric() {
    return get(Key.METRIC, String.class);
  }

  /** Whether details are told. */
  public boolean verbose() {
    return flag(Key.VERBOSE);
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

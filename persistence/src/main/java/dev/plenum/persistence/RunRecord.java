package dev.plenum.persistence;

import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Evaluation;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a trained model comes from: everything needed to train it again and to compare. As JSON it
 * is the file {@code run.json}, one object without the grouping of this record:
 *
 * <pre>
 * command, plenumVersion, started, backend{name,engine,device,instructionSet,threads}, jvm, os,
 * configuration{…}, seed, splitSeed, network, optimizer, loss, epochs, batchSize,
 * dataset{name,sha256,pixelsSha256,train,validation,ownValidation,test}, augmentation, window, normalization, callbacks,
 * history[{epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds}],
 * test{loss,accuracy,…,misclassified}, initialWeightsSha256, weightsSha256, batchesSha256,
 * timing{startupSeconds,trainSeconds,samplesPerSecond}, peakMemoryBytes
 * </pre>
 *
 * <p>The keys are always these, in this order; {@code host} (behind {@code started}) is there only if
 * another machine trained, {@code window} and {@code normalization} are
 * there only if windows of the images are trained on, or images are normalised, {@code split} (behind the split seed) only if validation images are chosen by scikit-learn's
 * numbers, by class or by groups, {@code labelSmoothing} (behind the loss) only if labels are smoothed, and before {@code
 * augmentation} there are {@code start} and {@code imageWeights} only if a training starts from trained
 * weights, or images have weights. Where other metrics than loss and accuracy were asked for,
 * {@code metrics} follows {@code callbacks}, history and test have their values too, in the order of
 * {@link MetricNames#inOrder}. Epochs are numbered from 1, as Keras prints them. A value that is absent,
 * not a number or infinite is null.
 *
 * @param invocation what was started
 * @param platform what it ran on
 * @param setup what was trained, and how
 * @param data what it was trained on
 * @param outcome what came out
 */
public record RunRecord(
    Invocation invocation, Platform platform, Setup setup, Data data, Outcome outcome) {

  /**
   * What was started.
   *
   * @param command the command line, or the name of the program that embeds Plenum
   * @param plenumVersion the version of Plenum
   * @param started when
   * @param host the machine that trained, if it was another one than that on which it was started
   */
  public record Invocation(
      String command, String plenumVersion, Instant started, Optional<String> host) {
    private static final String UNPACKAGED = "(unpackaged)";

    /**
     * One on the machine on which it was started.
     *
     * @param command the command line, or the name of the program that embeds Plenum
     * @param plenumVersion the version of Plenum that runs
     * @param started when it was started
     */
    public Invocation(String command, String plenumVersion, Instant started) {
      this(command, plenumVersion, started, Optional.empty());
    }

    /**
     * {@return the same on another machine}
     *
     * @param machine the one that trained
     */
    public Invocation on(String machine) {
      return new Invocation(command, plenumVersion, started, Optional.of(machine));
    }

    /**
     * {@return a program that embeds Plenum and starts something now}
     *
     * @param program its name, which stands where else a command line does
     */
    public static Invocation of(String program) {
      String version = RunRecord.class.getPackage().getImplementationVersion();
      return new Invocation(
          program, version == null ? UNPACKAGED : version, Instant.now(Clock.systemUTC()));
    }

    /** {@return {@code {command, plenumVersion, started}}, with {@code host} if there is one} */
    public JsonObject toJson() {
      JsonObject json = JsonObject.empty()
          .with("command", command)
          .with("plenumVersion", plenumVersion)
          .with("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
      return host.map(machine -> json.with("host", machine)).orElse(json);
    }
  }

  /**
   * What a run runs on.
   *
   * @param backend the backend's name
   * @param engine what computes
   * @param jvm the Java machine and its version
   * @param os the operating system, its version and the processor's architecture
   */
  public record Platform(String backend, EngineInfo engine, String jvm, String os) {

    /**
     * {@return this process with an available backend}
     *
     * @param backend the one that computes, of which name and engine are kept
     */
    public static Platform of(Backend backend) {
      return new Platform(
          backend.name(),
          backend.engine(),
          properties("java.vm.name", "java.vm.version", "java.vendor"),
          properties("os.name", "os.version", "os.arch"));
    }

    /** {@return {@code {backend{name, engine, device, instructionSet, threads}, jvm, os}}} */
    public JsonObject toJson() {
      JsonObject engineJson = JsonObject.empty()
          .with("name", backend)
          .with("engine", engine.engine())
          .with("device", engine.device())
          .with("instructionSet", engine.instructionSet())
          .with("threads", engine.threads());
      return JsonObject.empty().with("backend", engineJson).with("jvm", jvm).with("os", os);
    }

    private static String properties(String... keys) {
      return String.join(
          " ", List.of(keys).stream().map(key -> System.getProperty(key, "?")).toList());
    }
  }

  /**
   * What is trained, and how.
   *
   * @param configuration the settings that it was started with, by name
   * @param seed what weights, order, augmentation and dropout follow from
   * @param splitSeed what the choice of validation images follows from
   * @param split how they are chosen, if not plainly at random by our own numbers
   * @param network the network
   * @param optimizer the optimizer as it starts
   * @param loss the loss
   * @param epochs how many epochs were asked for
   * @param batchSize images per step
   * @param start the trained weights that it starts from, if not from those of its seed
   * @param imageWeights how much images count in the loss, if not all the same
   * @param augmentation the settings of the random image changes, if there are any
   * @param window what is cut out of all images first, if not the whole of them
   * @param normalisation how all images are brought to one scale, if they are
   * @param callbacks name and settings of each callback
   * @param metrics name and settings of each metric beside loss and accuracy
   */
  public record Setup(
      Map<String, String> configuration,
      long seed,
      long splitSeed,
      Optional<JsonObject> split,
      Network network,
      OptimizerSpec optimizer,
      Loss loss,
      int epochs,
      int batchSize,
      Optional<JsonObject> start,
      Optional<JsonObject> imageWeights,
      Optional<JsonObject> augmentation,
      Optional<JsonObject> window,
      Optional<JsonObject> normalisation,
      List<JsonObject> callbacks,
      List<JsonObject> metrics) {

    /**
     * Copies the collections.
     *
     * @param configuration the settings that it was started with, by name; keeps its order
     * @param seed what weights, order, augmentation and dropout follow from
     * @param splitSeed what the choice of validation images follows from
     * @param split how they are chosen, if not plainly at random by our own numbers
     * @param network what is trained
     * @param optimizer the optimizer as it starts
     * @param loss what is minimised
     * @param epochs how many epochs were asked for
     * @param batchSize images per step
     * @param start the trained weights that it starts from, if not from those of its seed
     * @param imageWeights how much images count in the loss, if not all the same
     * @param augmentation the settings of the random image changes, if there are any
     * @param window what is cut out of all images first, if not the whole of them
     * @param normalisation how all images are brought to one scale, if they are
     * @param callbacks name and settings of each callback
     * @param metrics name and settings of each metric beside loss and accuracy
     */
    public Setup {
      configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
      callbacks = List.copyOf(callbacks);
      metrics = List.copyOf(metrics);
    }

    /**
     * {@return the first thing that results depend on and that is another one there, in words:
     * {@code epochs 5, not 6}; empty if there is none} Network and configuration are left aside.
     *
     * @param other the setup to compare with, whose value comes second in the words
     */
    public Optional<String> differenceTo(Setup other) {
      return Stream.of(
              difference("seed", seed, other.seed),
              difference("split seed", splitSeed, other.splitSeed),
              difference("split", lines(split.stream()), lines(other.split.stream())),
              difference("epochs", epochs, other.epochs),
              difference("batch size", batchSize, other.batchSize),
              difference("optimizer", optimizer, other.optimizer),
              difference("loss", loss, other.loss),
              difference("start", lines(start.stream()), lines(other.start.stream())),
              difference(
                  "image weights",
                  lines(imageWeights.stream()),
                  lines(other.imageWeights.stream())),
              difference(
                  "augmentation", lines(augmentation.stream()), lines(other.augmentation.stream())),
              difference("window", lines(window.stream()), lines(other.window.stream())),
              difference(
                  "normalisation",
                  lines(normalisation.stream()),
                  lines(other.normalisation.stream())),
              difference("callbacks", lines(callbacks.stream()), lines(other.callbacks.stream())),
              difference("metrics", lines(metrics.stream()), lines(other.metrics.stream())))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private static Optional<String> difference(String what, Object here, Object there) {
      return here.equals(there)
          ? Optional.empty()
          : Optional.of("%s %s, not %s".formatted(what, here, there));
    }

    private static String lines(Stream<JsonObject> described) {
      return described.map(JsonObject::toLine).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * What a run trains on.
   *
   * @param name the dataset's name
   * @param sha256 identifies the data as they were stored, in hexadecimal digits
   * @param pixelsSha256 identifies what they became, see {@link
   *     dev.plenum.api.data.TrainTest#pixelsSha256}; empty in records of earlier versions
   * @param train the number of images to train on
   * @param validation the number of images to watch the training by
   * @param hasOwnValidation whether the dataset has these itself; else they were set aside from the
   *     training images
   * @param test the number of test images
   */
  public record Data(
      String name,
      String sha256,
      Optional<String> pixelsSha256,
      int train,
      int validation,
      boolean hasOwnValidation,
      int test) {

    /**
     * Without what earlier versions did not record.
     *
     * @param name the dataset's name
     * @param sha256 identifies the data as they were stored, in hexadecimal digits
     * @param train the number of images to train on
     * @param validation the number of images to watch the training by, set aside from the training images
     * @param test the number of test images
     */
    public Data(String name, String sha256, int train, int validation, int test) {
      this(name, sha256, Optional.empty(), train, validation, false, test);
    }

    /**
     * {@return whether these are that dataset's images; of a record of an early version, its files}
     *
     * @param whole the dataset with all its parts, before any split
     */
    public boolean isOf(TrainTest whole) {
      return sha256.equals(whole.sha256())
          && pixelsSha256.map(whole.pixelsSha256()::equals).orElse(true);
    }

    /**
     * {@return {@code {name, sha256, pixelsSha256, train, validation, ownValidation, test}}} A record of an
     * early version has neither {@code pixelsSha256} nor {@code ownValidation}.
     */
    public JsonObject toJson() {
      JsonObject json = JsonObject.empty().with("name", name).with("sha256", sha256);
      if (pixelsSha256.isEmpty()) {
        return json.with("train", train).with("validation", validation).with("test", test);
      }
      return json.with("pixelsSha256", pixelsSha256.get())
          .with("train", train)
          .with("validation", validation)
          .with("ownValidation", hasOwnValidation)
          .with("test", test);
    }
  }

  /**
   * What came out.
   *
   * @param history what was measured, by epoch
   * @param test the result on the test images
   * @param initialWeightsSha256 see {@link dev.plenum.api.tensor.NamedTensors#sha256}
   * @param weightsSha256 the same after training
   * @param batchesSha256 what the network was shown, see {@link
   *     dev.plenum.api.callback.BatchDigest}
   * @param timing how long it took
   * @param peakMemoryBytes the most memory that was used
   */
  public record Outcome(
      History history,
      TestResult test,
      String initialWeightsSha256,
      String weightsSha256,
      String batchesSha256,
      Timing timing,
      long peakMemoryBytes) {}

  /**
   * A result on the test images.
   *
   * @param loss the mean loss of an image
   * @param accuracy the share of right predictions, 0 … 1
   * @param others the values of other metrics by their names
   * @param misclassified the number of wrong predictions
   */
  public record TestResult(
      double loss, double accuracy, Map<String, Double> others, int misclassified) {

    /**
     * Copies the map, keeping its order.
     *
     * @param loss the mean loss of an image
     * @param accuracy the share of right predictions, 0 … 1
     * @param others the values of other metrics by their names
     * @param misclassified the number of wrong predictions
     */
    public TestResult {
      others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /**
     * A result without other metrics.
     *
     * @param loss the mean loss of an image
     * @param accuracy the share of right predictions, 0 … 1
     * @param misclassified the number of wrong predictions
     */
    public TestResult(double loss, double accuracy, int misclassified) {
      this(loss, accuracy, Map.of(), misclassified);
    }

    /** {@return all metrics by their names: loss, accuracy, others} */
    public Map<String, Double> metrics() {
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put(MetricNames.LOSS, loss);
      metrics.put(MetricNames.ACCURACY, accuracy);
      metrics.putAll(others);
      return metrics;
    }

    /**
     * {@return the value of one metric, if it was measured}
     *
     * @param metric its name, as in {@link MetricNames}
     */
    public OptionalDouble value(String metric) {
      Double value = metrics().get(metric);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * {@return what an evaluation found}
     *
     * @param evaluation that of the test images
     */
    public static TestResult of(Evaluation evaluation) {
      Map<String, Double> others = new LinkedHashMap<>(evaluation.metrics());
      others.keySet().removeAll(List.of(MetricNames.LOSS, MetricNames.ACCURACY));
      return new TestResult(
          evaluation.loss(),
          evaluation.accuracy(),
          others,
          evaluation.misclassified().size());
    }
  }

  /**
   * How long a run took.
   *
   * @param startupSeconds from the start of the process to the first step
   * @param trainSeconds the training without validation
   * @param samplesPerSecond training images of all epochs per second of that; those that an epoch left
   *     out count too
   */
  public record Timing(double startupSeconds, double trainSeconds, double samplesPerSecond) {}

  /**
   * Reads a record.
   *
   * @param file a {@code run.json}
   * @return the record that it holds
   * @throws IOException if it cannot be read, or is damaged; the message names it
   */
  public static RunRecord read(Path file) throws IOException {
    return RunRecordReader.read(file);
  }

  /**
   * The record that a model has as its provenance.
   *
   * @param provenance see {@link SavedModel#provenance}; keys that are not of a record are left aside
   * @return empty if the model has another one, as those that were imported do
   */
  public static Optional<RunRecord> in(JsonObject provenance) {
    return RunRecordReader.find(provenance.asValue("the model's provenance"));
  }

  /** {@return the record as one JSON object} */
  public JsonObject toJson() {
    return RunRecordJson.of(this);
  }

  /**
   * Writes the JSON to a file, atomically.
   *
   * @param file where it goes; replaced if it is there
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public void write(Path file) throws IOException {
    AtomicFiles.write(file, toJson().toString());
  }
}

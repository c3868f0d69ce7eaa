package dev.plenum.api;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.metric.Accumulators;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The epochs and steps of {@link Model#fit}: the same for every backend. */
final class TrainingLoop implements Training {
  private final Model model;
  private final Dataset train;
  private final Fit fit;
  private final @Nullable ImageWeights imageWeights;
  private final int stepsPerEpoch;
  private int steps;
  private TrainingPosition position;
  private boolean stopped;
  private boolean diverged;
  private @Nullable Batch batch;
  private Optional<Evaluation> validated = Optional.empty();

  TrainingLoop(Model model, Dataset train, Fit fit) {
    Evaluator.requireFit(model, train);
    fit.validation().ifPresent(validation -> Evaluator.requireFit(model, validation));
    this.imageWeights = fit.weights().map(weights -> weights.of(train)).orElse(null);
    new Accumulators(fit.metrics(), model.classes()); // refuses what cannot be measured
    this.model = model;
    this.train = train;
    this.fit = fit;
    this.stepsPerEpoch = fit.stepsPerEpoch(train.size());
    this.steps = stepsPerEpoch;
    this.position = fit.start();
    if (position.step() > stepsPerEpoch) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "training cannot start at step %d of %d", position.step(), stepsPerEpoch));
    }
    each(callback -> callback.requireSteps((long) fit.epochs() * stepsPerEpoch));
  }

  History run() {
    each(callback -> callback.onTrainBegin(this));
    while (position.epoch() < fit.epochs() && !stopped) {
      runEpoch();
    }
    model.optimizer().finish();
    each(callback -> callback.onTrainEnd(this));
    return position.history();
  }

  private void runEpoch() {
    if (position.step() == 0) {
      each(callback -> callback.onEpochBegin(this, position.epoch()));
      if (stopped) {
        return; // before the first step: there is nothing to record
      }
    }
    EpochImages images = images();
    steps = fit.stepsPerEpoch(images.size());
    EpochBatches batches = batches(images);
    Batch buffer = newBuffer(batches, images);
    while (position.step() < steps && !stopped) {
      runStep(batches, buffer);
    }
    if (diverged) {
      return;
    }
    EpochRecord record = new EpochRecord(position.epoch(), metrics(), position.seconds());
    position = position.afterEpoch(record);
    each(callback -> callback.onEpochEnd(this, record));
  }

  /** All in an order of their own, without those that callbacks leave out. */
  private EpochImages images() {
    CounterRandom random = CounterRandom.of(Purpose.SHUFFLE, model.seed(), position.epoch());
    EpochImages images = EpochImages.all(random.permutation(train.size()));
    for (Callback callback : fit.callbacks()) {
      images = callback.images(this, images);
      if (images.size() == 0) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "the callback %s leaves no image for epoch %d",
            callback.describe().get("name"),
            position.epoch() + 1));
      }
    }
    return images;
  }

  private EpochBatches batches(EpochImages images) {
    int shown = (int) Math.min(images.size(), (long) steps * fit.batchSize());
    CounterRandom augmentation =
        CounterRandom.of(Purpose.AUGMENTATION, model.seed(), position.epoch());
    return new EpochBatches(
        train,
        images.first(shown).order(),
        fit.batchSize(),
        fit.augmentationOf(position.epoch()),
        augmentation);
  }

  private Batch newBuffer(EpochBatches batches, EpochImages images) {
    Batch buffer = batches.newBatch();
    buffer.weighBy(imageWeights);
    buffer.multiplyBy(images.factors());
    CounterRandom mixing = CounterRandom.of(Purpose.MIXUP, model.seed(), position.epoch());
    fit.mixupOf(position.epoch()).ifPresent(mixup -> buffer.mixBy(mixup, mixing));
    return buffer;
  }

  private void runStep(EpochBatches batches, Batch buffer) {
    int step = position.step();
    each(callback -> callback.onTrainBatchBegin(this, step));
    long begin = System.nanoTime();
    requireUninterrupted();
    batches.load(step, buffer);
    batch = buffer;
    BatchResult result = model.trainOnBatch(buffer, model.optimizer().iterations());
    if (!Double.isFinite(result.lossSum())) {
      endDiverged(result.lossSum());
      return;
    }
    position = position.after(result, (System.nanoTime() - begin) * 1e-9);
    each(callback -> callback.onTrainBatchEnd(this, step, result));
  }

  private static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("training was interrupted");
    }
  }

  private Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>(position.metrics());
    validated = fit.validation().map(images -> model.evaluate(images, fit.metrics()));
    validated.ifPresent(validation -> validation
        .metrics()
        .forEach((name, value) -> metrics.put(MetricNames.validation(name), value)));
    metrics.put(MetricNames.LEARNING_RATE, model.optimizer().learningRate());
    return metrics;
  }

  private void endDiverged(double loss) {
    TrainingDivergedException divergence = new TrainingDivergedException(String.format(
        Locale.ROOT,
        "training diverged: the loss became %s in epoch %d, step %d of %d, at learning rate %s. Try a smaller learning rate",
        loss,
        position.epoch() + 1,
        position.step() + 1,
        steps,
        model.optimizer().learningRate()));
    for (Callback callback : fit.callbacks()) {
      diverged |= callback.onDivergence(this, divergence);
    }
    if (!diverged) {
      throw divergence;
    }
    stopped = true;
  }

  private void each(Consumer<Callback> hook) {
    fit.callbacks().forEach(hook);
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Fit fit() {
    return fit;
  }

  @Override
  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public TrainingPosition position() {
    return position;
  }

  @Override
  public Batch batch() {
    if (batch == null) {
      throw new IllegalStateException("there is no batch before the first step");
    }
    return batch;
  }

  @Override
  public Optional<Evaluation> validation() {
    return validated;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}

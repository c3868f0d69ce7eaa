package dev.plenum.api;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * A model for {@link NumberedImages} that learns nothing and remembers what it was trained on. In
 * training an image's loss is its number, and even numbers are right; {@link #logits} are {@link
 * #CERTAINTY} for the right class, but for multiples of 5 for the class after it.
 */
final class FakeModel implements Model {
  static final float CERTAINTY = 4;

  /** One call of {@link #trainOnBatch}. */
  record Step(long step, List<Integer> images, double learningRate) {}

  private final Seed seed;
  private final Function<Step, BatchResult> results;
  private final FakeOptimizer optimizer = new FakeOptimizer();
  private final List<Step> steps = new ArrayList<>();
  private IntToDoubleFunction losses = number -> number;

  FakeModel() {
    this(new Seed(7));
  }

  FakeModel(Seed seed) {
    this(seed, FakeModel::numbersAreLosses);
  }

  FakeModel(Seed seed, Function<Step, BatchResult> results) {
    this.seed = seed;
    this.results = results;
  }

  private static BatchResult numbersAreLosses(Step step) {
    int loss = step.images().stream().mapToInt(i -> i).sum();
    int correct = (int) step.images().stream().filter(i -> i % 2 == 0).count();
    return new BatchResult(loss, correct, step.images().size());
  }

  /** The batches keep these losses of images with a number, instead of the number. */
  FakeModel losses(IntToDoubleFunction losses) {
    this.losses = losses;
    return this;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The images of every step so far. */
  List<List<Integer>> batches() {
    return steps.stream().map(Step::images).toList();
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    Step taken = new Step(step, NumberedImages.numbers(batch), optimizer.learningRate());
    steps.add(taken);
    for (int i = 0; i < batch.size(); i++) {
      batch.keepLoss(i, losses.applyAsDouble(taken.images().get(i)));
    }
    BatchResult result = results.apply(taken);
    optimizer.iterate();
    return result;
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    if (count < 1) {
      throw new IllegalArgumentException("no images");
    }
    Arrays.fill(logits, 0, count * classes(), 0);
    for (int i = 0; i < count; i++) {
      int number = NumberedImages.number(images, i);
      int answer = number % 5 == 0 ? number + 1 : number;
      logits[i * classes() + answer % classes()] = CERTAINTY;
    }
  }

  @Override
  public Network network() {
    return Sequential.of(
        NumberedImages.SHAPE, Flatten.instance(), Dense.of(NumberedImages.CLASSES));
  }

  @Override
  public Seed seed() {
    return seed;
  }

  @Override
  public List<Layer> layers() {
    return List.of();
  }

  @Override
  public FakeOptimizer optimizer() {
    return optimizer;
  }

  @Override
  public NamedTensors weights() {
    return NamedTensors.empty();
  }

  @Override
  public void setWeights(NamedTensors weights) {}

  @Override
  public void close() {}
}

package dev.plenum.api.callback;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochImages;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Shape;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Leaves easy images out (InfoBatch: Qin et al., "Lossless Training Speed Up by Unbiased Dynamic Data
 * Pruning", 2024). Each image's loss is remembered from the last epoch that showed it. In an epoch, of the
 * images whose remembered loss is below the mean, each is left out with the probability r, and counts 1 / (1
 * − r) where it is not, so that the expected sum of all gradients is that of all images. The last epochs show
 * all images, and so does the first, before there are losses.
 *
 * <pre>{@code
 * SkipEasy.share(0.5)
 * }</pre>
 *
 * <p>A loss is remembered as at most ln(classes), that of a guess: a few images with a wrong label would
 * else raise the mean so much that nearly all others were below. What is left out is a function of (seed,
 * epoch, image) and of the losses. The settings do not change; each method makes a callback of its own.
 */
public final class SkipEasy implements Callback {
  private static final String NAME = "SkipEasy";
  private static final double PUBLISHED_UNTIL = 0.875;
  private static final String LOSSES = "losses";
  private static final String NEW_LOSSES = "new_losses";
  /** Of an image that has not been shown: losses are at least 0. */
  private static final float NONE = -1;

  private final double share;
  private final double until;
  private final Remembered<Memory> memory = new Remembered<>(() -> new Memory(0));

  private SkipEasy(double share, double until) {
    CallbackParameter.betweenZeroAndOne(NAME, "the share", share);
    if (!(until > 0 && until <= 1)) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%s: the share of the epochs must be greater than 0 and at most 1, found %s",
          NAME,
          until));
    }
    this.share = share;
    this.until = until;
  }

  /**
   * {@return the publication's: in the first seven eighths of the epochs}
   *
   * @param share r, in (0, 1)
   * @throws IllegalArgumentException if it is not
   */
  public static SkipEasy share(double share) {
    return new SkipEasy(share, PUBLISHED_UNTIL);
  }

  /**
   * {@return the same in this share of the epochs, the first ones}
   *
   * @param until in (0, 1]; rounded down to whole epochs
   * @throws IllegalArgumentException if it is not greater than 0 and at most 1
   */
  public SkipEasy until(double until) {
    return new SkipEasy(share, until);
  }

  /** The losses of all images, by their indices. */
  private static final class Memory {
    final float[] losses;
    /** Of the present epoch: what it leaves out must not depend on how far it has come. */
    final float[] newLosses;

    Memory(int images) {
      losses = new float[images];
      newLosses = new float[images];
      Arrays.fill(losses, NONE);
      Arrays.fill(newLosses, NONE);
    }

    void endEpoch() {
      for (int i = 0; i < losses.length; i++) {
        losses[i] = newLosses[i] == NONE ? losses[i] : newLosses[i];
      }
      Arrays.fill(newLosses, NONE);
    }

    /** Losses below this are easy: the mean, but never all are below it, even if it is rounded up. */
    double limit() {
      double sum = 0;
      double max = 0;
      int seen = 0;
      for (float loss : losses) {
        if (loss != NONE) {
          sum += loss;
          max = Math.max(max, loss);
          seen++;
        }
      }
      return seen == 0 ? 0 : Math.min(sum / seen, max);
    }
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(NAME, "share", share, "until", until);
  }

  @Override
  public SkipEasy forTraining(Consumer<String> announcements) {
    return new SkipEasy(share, until);
  }

  @Override
  public void onTrainBegin(Training training) {
    memory.begin();
  }

  @Override
  public EpochImages images(Training training, EpochImages images) {
    Memory known = memoryOf(images.all());
    int epoch = training.position().epoch();
    if (epoch >= Math.floor(until * training.fit().epochs())) {
      return images;
    }
    double limit = known.limit();
    CounterRandom random = CounterRandom.of(Purpose.SKIPPING, training.model().seed(), epoch);
    return images.times(index -> {
      float loss = known.losses[index];
      if (loss == NONE || loss >= limit) {
        return 1;
      }
      return random.at(index).uniform(0) < share ? 0 : 1 / (1 - share);
    });
  }

  private Memory memoryOf(int images) {
    Memory known = memory.get();
    if (known.losses.length == 0) {
      known = new Memory(images);
      memory.set(known);
    }
    if (known.losses.length != images) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%s remembers the losses of %d images, but there are %d",
          NAME,
          known.losses.length,
          images));
    }
    return known;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    double guess = StrictMath.log(training.model().classes());
    Batch batch = training.batch();
    for (int i = 0; i < batch.size(); i++) {
      double loss = batch.loss(i);
      if (Double.isNaN(loss)) {
        throw new IllegalStateException(
            NAME + " needs the loss of each image, which this model does not keep in its batches");
      }
      memory.get().newLosses[batch.index(i)] = (float) Math.min(loss, guess);
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    memory.get().endEpoch();
  }

  @Override
  public State state() {
    Memory known = memory.get();
    if (known.losses.length == 0) {
      return State.NONE;
    }
    Shape shape = Shape.of(known.losses.length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(LOSSES, new Tensor(shape, known.losses));
    tensors.put(NEW_LOSSES, new Tensor(shape, known.newLosses));
    return new State(Map.of(), new NamedTensors(tensors));
  }

  @Override
  public void setState(State state) {
    float[] losses = state.tensors().get(LOSSES).toArray();
    float[] newLosses = state.tensors().get(NEW_LOSSES).toArray();
    if (losses.length != newLosses.length) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%s needs as many losses as new ones, found %d and %d",
          NAME,
          losses.length,
          newLosses.length));
    }
    Memory restored = new Memory(losses.length);
    System.arraycopy(losses, 0, restored.losses, 0, losses.length);
    System.arraycopy(newLosses, 0, restored.newLosses, 0, losses.length);
    memory.restore(restored);
  }
}

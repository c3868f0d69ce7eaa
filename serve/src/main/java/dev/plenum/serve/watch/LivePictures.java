package dev.plenum.serve.watch;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Layer;
import dev.plenum.api.Training;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of one training. At the end of a step, and only once they were asked for since the last
 * time, a few images of its batch and the first convolution's filters are copied; all else is done by
 * whoever asks. What is misclassified follows from the validation that is made anyway.
 */
final class LivePictures implements Callback {
  private static final int SAMPLES = 24;
  private static final int KERNEL_RANK = 4;
  /** Of values copied at once, so that it takes a millisecond at most. */
  private static final int MOST_VALUES = 1 << 20;

  /** Some images of a batch, as the network saw them; nobody changes the arrays. */
  @SuppressWarnings("ArrayRecordComponent")
  record Seen(int epoch, int step, Shape shape, float[] values, int[] labels) {}

  /** The first convolution's weights. */
  record Filters(String layer, Tensor kernel) {}

  /** The last validation. */
  record Validated(int epoch, Dataset images, Evaluation evaluation) {}

  private final List<String> classNames;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile @Nullable Seen seen;
  private volatile @Nullable Filters filters;
  private volatile @Nullable Validated validated;

  /** Of a training on images of these classes. */
  LivePictures(List<String> classNames) {
    this.classNames = List.copyOf(classNames);
  }

  List<String> classNames() {
    return classNames;
  }

  /** Has them copied at the end of the present step. */
  void ask() {
    asked.set(true);
  }

  Optional<Seen> seen() {
    return Optional.ofNullable(seen);
  }

  Optional<Filters> filters() {
    return Optional.ofNullable(filters);
  }

  Optional<Validated> validated() {
    return Optional.ofNullable(validated);
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    if (asked.compareAndSet(true, false)) {
      copyBatch(training, step);
      training.model().layers().stream()
          .flatMap(layer -> filters(layer).stream())
          .findFirst()
          .ifPresent(found -> filters = found);
    }
  }

  private void copyBatch(Training training, int step) {
    Batch batch = training.batch();
    int size = batch.imageShape().size();
    int count = Math.min(Math.min(SAMPLES, batch.size()), Math.max(1, MOST_VALUES / size));
    float[] values = Arrays.copyOf(batch.images(), count * size);
    seen = new Seen(
        training.position().epoch(),
        step,
        batch.imageShape(),
        values,
        Arrays.copyOf(batch.labels(), count));
  }

  private static Optional<Filters> filters(Layer layer) {
    if (!(layer.placement().spec() instanceof Conv2D)) {
      return Optional.empty();
    }
    return layer.weights().byName().values().stream()
        .filter(tensor -> tensor.shape().rank() == KERNEL_RANK)
        .findFirst()
        .map(kernel -> new Filters(layer.name(), kernel));
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    Optional<Dataset> images = training.fit().validation();
    Optional<Evaluation> evaluation = training.validation();
    if (images.isPresent() && evaluation.isPresent()) {
      validated = new Validated(epoch.epoch(), images.get(), evaluation.get());
    }
  }
}

package dev.plenum.persistence;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.callback.Monitor;
import dev.plenum.api.callback.Remembered;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.NonFiniteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Saves the model in training to a file, at the end of every epoch or of each that is the best so
 * far, as Keras does. That is a model to use; {@link Checkpoints} are there to resume a training.
 *
 * <pre>{@code
 * ModelCheckpoint.best(
 *     folder.resolve("best.plenum"),
 *     Monitor.of("val_accuracy"),
 *     training -> SavedModel.of(training.model(), preprocessing, classNames, provenance))
 * }</pre>
 *
 * <p>A model whose training has diverged is not saved, which is logged as a warning: the earlier file
 * stays. Files are written atomically: a training that is killed, or fails to write, leaves the earlier
 * file. A training fails with an {@link UncheckedIOException} when the file cannot be written, where
 * possible before its first step; the message names the file and the reason.
 */
public final class ModelCheckpoint implements Callback {
  private static final Logger LOG = System.getLogger(ModelCheckpoint.class.getName());
  private static final String NAME = "ModelCheckpoint";
  private static final String BEST = "best";

  private final Path file;
  private final Optional<Monitor> monitor;
  private final Function<Training, SavedModel> snapshot;
  private final Remembered<OptionalDouble> best = new Remembered<>(OptionalDouble::empty);

  private ModelCheckpoint(
      Path file, Optional<Monitor> monitor, Function<Training, SavedModel> snapshot) {
    this.file = file;
    this.monitor = monitor;
    this.snapshot = snapshot;
  }

  /**
   * Saves the model after every epoch.
   *
   * @param file where it goes, each time in place of the last one
   * @param snapshot what to save
   * @return the callback that does it
   */
  public static ModelCheckpoint last(Path file, Function<Training, SavedModel> snapshot) {
    return new ModelCheckpoint(file, Optional.empty(), snapshot);
  }

  /**
   * Saves the model after each epoch whose metric is better than in all epochs before it. NaN never
   * is.
   *
   * @param file where it goes, each time in place of the last one
   * @param monitor the metric, whether more or less of it is better, and how much better it must be
   * @param snapshot what to save
   * @return the callback that does it
   */
  public static ModelCheckpoint best(
      Path file, Monitor monitor, Function<Training, SavedModel> snapshot) {
    return new ModelCheckpoint(file, Optional.of(monitor), snapshot);
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public ModelCheckpoint forTraining(Consumer<String> announcements) {
    return new ModelCheckpoint(file, monitor, snapshot);
  }

  @Override
  public void onTrainBegin(Training training) {
    monitor.ifPresent(metric -> metric.requireMeasured(training, NAME));
    best.begin();
    try {
      AtomicFiles.requireWritable(file);
    } catch (IOException e) {
      throw unchecked(e);
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    if (monitor.isEmpty()) {
      save(training);
      return;
    }
    double value = monitor.get().valueIn(epoch);
    if (monitor.get().improves(training, value, best.get())) {
      save(training);
      best.set(OptionalDouble.of(value));
    }
  }

  private void save(Training training) {
    try {
      ModelFile.write(file, snapshot.apply(training));
    } catch (NonFiniteException e) {
      LOG.log(Level.WARNING, "{0} is left as it is: {1}", file, e.getMessage());
    } catch (IOException e) {
      throw unchecked(e);
    }
  }

  private static UncheckedIOException unchecked(IOException e) {
    return new UncheckedIOException(e.getMessage(), e);
  }

  @Override
  public State state() {
    OptionalDouble value = best.get();
    return value.isEmpty()
        ? State.NONE
        : new State(Map.of(BEST, value.getAsDouble()), NamedTensors.empty());
  }

  @Override
  public void setState(State state) {
    best.restore(state.find(BEST));
  }
}

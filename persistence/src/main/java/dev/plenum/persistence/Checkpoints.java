package dev.plenum.persistence;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains so that a crash costs seconds: saves weights, optimizer, callbacks' states and the point
 * that a training has reached, and resumes from the last checkpoint when the training is started
 * again. The result is then the one that an undisturbed training gives.
 *
 * <pre>{@code
 * Checkpoints checkpoints = Checkpoints.in(folder, training -> SavedModel.of(training.model(), …));
 * History history = checkpoints.fit(model, train, Fit.epochs(40));
 * checkpoints.clear();
 * }</pre>
 *
 * <p>A checkpoint is saved when the interval is over, and at the end of every epoch, unless that one
 * was so short that saving would take more than 2 % of the time. Files are written atomically, the
 * last two are kept, and a damaged one is skipped with a warning. One that cannot be written is logged
 * as a warning: the training continues. A folder belongs to one training; two at once would mix up
 * their files.
 *
 * <p>The settings do not change; each method makes checkpoints of its own.
 */
public final class Checkpoints {
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(60);

  private final Path folder;
  private final Function<Training, SavedModel> snapshot;
  private final Duration interval;
  private final boolean atEveryEpoch;
  private final BooleanSupplier stopRequested;
  private final Consumer<TrainingPosition> resumed;

  private Checkpoints(
      Path folder,
      Function<Training, SavedModel> snapshot,
      Duration interval,
      boolean atEveryEpoch,
      BooleanSupplier stopRequested,
      Consumer<TrainingPosition> resumed) {
    this.folder = folder;
    this.snapshot = snapshot;
    this.interval = interval;
    this.atEveryEpoch = atEveryEpoch;
    this.stopRequested = stopRequested;
    this.resumed = resumed;
  }

  /**
   * {@return checkpoints that are saved every 60 seconds}
   *
   * @param folder holds nothing else; it is made when it is needed
   * @param snapshot the model of a training
   */
  public static Checkpoints in(Path folder, Function<Training, SavedModel> snapshot) {
    return new Checkpoints(folder, snapshot, DEFAULT_INTERVAL, false, () -> false, position -> {});
  }

  /**
   * {@return the same with this interval}
   *
   * @param interval how long after a checkpoint the next one is saved, also within an epoch; 0 for every step
   * @throws IllegalArgumentException if it is negative
   */
  public Checkpoints every(Duration interval) {
    if (interval.isNegative()) {
      throw new IllegalArgumentException(
          "the interval of checkpoints cannot be negative, found " + interval);
    }
    return new Checkpoints(folder, snapshot, interval, atEveryEpoch, stopRequested, resumed);
  }

  /** {@return the same; one is saved at the end of every epoch, however short that was} */
  public Checkpoints atEveryEpoch() {
    return new Checkpoints(folder, snapshot, interval, true, stopRequested, resumed);
  }

  /**
   * {@return the same for a training that can be told to stop}
   *
   * @param stopRequested asked after every step; once it is true, the training saves a checkpoint after the
   *     present step and ends with a {@link TrainingInterruptedException}
   */
  public Checkpoints stopWhen(BooleanSupplier stopRequested) {
    return new Checkpoints(folder, snapshot, interval, atEveryEpoch, stopRequested, resumed);
  }

  /**
   * {@return the same with a listener}
   *
   * @param resumed is notified where a training resumes, before its first step; not of one that starts anew
   */
  public Checkpoints onResume(Consumer<TrainingPosition> resumed) {
    return new Checkpoints(folder, snapshot, interval, atEveryEpoch, stopRequested, resumed);
  }

  /**
   * Trains from the last checkpoint, or from the start if there is none.
   *
   * @param model as it was compiled
   * @param train the images to train on, the same ones when it resumes
   * @param fit what the whole training is to do, also when it resumes; its callbacks get their states back
   * @return what was measured, by epoch, since the very start
   * @throws IllegalArgumentException if the checkpoint is of another training: another seed, network,
   *     optimizer, batch size or first weights, other images, augmentation, normalisation, validation
   *     images, metrics or callbacks, or another number of epochs where a callback or the augmentation
   *     depends on it; the message names it
   * @throws TrainingInterruptedException see {@link #stopWhen}
   * @throws IOException if the checkpoints cannot be read
   * @throws java.io.UncheckedIOException if the folder cannot be written to, before the first step
   */
  public History fit(Model model, Dataset train, Fit fit) throws IOException {
    CheckpointSubject subject = CheckpointSubject.of(model, train, fit);
    CheckpointFolder files = new CheckpointFolder(folder);
    Optional<Checkpoint> last = files.latest();
    Fit from = last.map(checkpoint -> checkpoint.restore(model, subject, fit)).orElse(fit);
    last.ifPresent(checkpoint -> resumed.accept(checkpoint.position()));
    List<Callback> callbacks = new ArrayList<>(fit.callbacks());
    callbacks.add(new CheckpointSaver(
        files,
        interval.toNanos(),
        atEveryEpoch,
        stopRequested,
        System::nanoTime,
        training -> Checkpoint.of(training, subject, snapshot.apply(training))));
    return model.fit(train, from.callbacks(callbacks.toArray(Callback[]::new)));
  }

  /**
   * {@return what the training with checkpoints in a folder had measured at the last of them; empty if none
   * is whole}
   *
   * @param folder that of the checkpoints; need not be there
   * @throws IOException if one cannot be read
   */
  public static Optional<History> history(Path folder) throws IOException {
    return new CheckpointFolder(folder)
        .latest()
        .map(checkpoint -> checkpoint.position().history());
  }

  /**
   * Deletes all checkpoints.
   *
   * @throws IOException if one cannot be deleted
   */
  public void clear() throws IOException {
    new CheckpointFolder(folder).clear();
  }
}

package dev.plenum.experiment.tensorboard;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.persistence.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes each epoch's metrics as event files for TensorBoard, named and laid out as Keras's callback
 * does: {@code train} and {@code validation} within a folder, each with {@code epoch_loss}, {@code
 * epoch_accuracy} and others, {@code train} with {@code epoch_learning_rate}; steps are epochs from 0.
 *
 * <p>A training that is resumed adds files of its own, which have the epochs that the files there lack:
 * none twice, whatever the training lost when it was killed.
 *
 * <p>A training fails with an {@link UncheckedIOException} when a file cannot be written.
 */
public final class TensorBoard implements Callback {
  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String PREFIX = "epoch_";

  private final Log train;
  private final Log validation;
  private final Clock clock;

  private TensorBoard(Path folder, Clock clock) {
    this.train = new Log(new EventFolder(folder.resolve(TRAIN)));
    this.validation = new Log(new EventFolder(folder.resolve(VALIDATION)));
    this.clock = clock;
  }

  /**
   * Writes into a folder.
   *
   * @param folder gets {@code train} and {@code validation}; is made if need be
   * @return the callback that does so
   */
  public static TensorBoard in(Path folder) {
    return new TensorBoard(folder, Clock.systemUTC());
  }

  /**
   * Writes into a folder that has no events yet.
   *
   * @param folder gets {@code train} and {@code validation}; is made if need be
   * @return the callback that does so
   * @throws IllegalArgumentException if it has some, or cannot be read; the message says what to do
   */
  public static TensorBoard inNew(Path folder) {
    try {
      if (hasEvents(folder)) {
        throw new IllegalArgumentException(
            "%s has the events of another training already; name a folder of its own"
                .formatted(folder));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(folder, IoReason.of(e)), e);
    }
    return in(folder);
  }

  /**
   * {@return whether a folder has events already}
   *
   * @param folder has {@code train} and {@code validation}, or is not there yet
   * @throws IOException if it cannot be read
   */
  public static boolean hasEvents(Path folder) throws IOException {
    return !new EventFolder(folder.resolve(TRAIN)).files().isEmpty()
        || !new EventFolder(folder.resolve(VALIDATION)).files().isEmpty();
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBegin(Training training) {
    write(() -> {
      train.open(clock.instant());
      if (training.fit().validation().isPresent()) {
        validation.open(clock.instant());
      }
    });
    training.position().history().epochs().forEach(this::write);
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    write(epoch);
  }

  private void write(EpochRecord epoch) {
    Instant now = clock.instant();
    Map<String, Double> onTraining = new LinkedHashMap<>();
    Map<String, Double> onValidation = new LinkedHashMap<>();
    epoch.metrics().forEach((metric, value) -> {
      boolean isValidation = MetricNames.isValidation(metric);
      (isValidation ? onValidation : onTraining).put(PREFIX + MetricNames.plain(metric), value);
    });
    write(() -> {
      train.add(now, epoch.epoch(), onTraining);
      validation.add(now, epoch.epoch(), onValidation);
    });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the events for TensorBoard could not be written: " + e, e);
    }
  }

  /** One of the two folders. */
  private static final class Log {
    private final EventFolder folder;
    private long last = -1;
    private @Nullable Path file;

    Log(EventFolder folder) {
      this.folder = folder;
    }

    void open(Instant now) throws IOException {
      last = folder.lastStep();
      file = folder.newFile(now);
    }

    void add(Instant now, long step, Map<String, Double> values) throws IOException {
      if (file != null && !values.isEmpty() && step > last) {
        EventFolder.append(file, Event.scalars(now, step, values));
      }
    }
  }
}

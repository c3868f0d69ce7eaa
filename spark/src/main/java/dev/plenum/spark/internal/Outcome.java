package dev.plenum.spark.internal;

import dev.plenum.api.TrainingDivergedException;
import dev.plenum.experiment.cluster.TrainedFiles;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a task.
 *
 * @param files the results, if there are some
 * @param problem else why there will never be any, in words
 * @param isDivergence whether that is because the training diverged
 */
record Outcome(@Nullable TrainedFiles files, String problem, boolean isDivergence)
    implements Serializable {

  static Outcome of(TrainedFiles files) {
    return new Outcome(files, "", false);
  }

  static Outcome failure(Throwable cause) {
    String message = cause.getMessage();
    return new Outcome(
        null,
        message == null ? cause.toString() : message,
        cause instanceof TrainingDivergedException);
  }
}

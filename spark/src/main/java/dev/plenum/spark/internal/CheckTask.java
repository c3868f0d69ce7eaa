package dev.plenum.spark.internal;

import dev.plenum.api.Backend;
import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.cluster.Worker;
import dev.plenum.persistence.RunRecord.Platform;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Tries on an executor what a training needs before its first step. */
final class CheckTask implements Function<Integer, CheckTask.Finding> {
  private static final long serialVersionUID = 1L;

  private final TrainingSource source;
  private final WorkerImages images;
  private final String shared;

  CheckTask(TrainingSource source, WorkerImages images, String shared) {
    this.source = source;
    this.images = images;
    this.shared = shared;
  }

  /**
   * What was found.
   *
   * @param worker what it is
   * @param problem why it cannot train; empty if it can
   */
  record Finding(Worker worker, String problem) implements Serializable {}

  @Override
  public Finding call(Integer ignored) {
    String host = SparkEnv.get().blockManager().blockManagerId().host();
    String id = SparkEnv.get().executorId();
    try {
      TrainTest whole = images.get();
      Backend backend = source.backend();
      TrainingData data = source.data(whole);
      source.recipe().networkFor(data);
      if (!shared.isEmpty()) {
        new SharedCheckpoints(
                shared,
                String.valueOf(TaskContext.get().taskAttemptId()),
                SparkHadoopUtil.get().conf())
            .requireWritable();
      }
      Platform platform = Platform.of(backend);
      return new Finding(
          new Worker(
              host,
              id,
              platform.jvm(),
              platform.engine().device(),
              backend.availability().remedy()),
          "");
    } catch (IOException | RuntimeException | LinkageError e) {
      String message = e.getMessage();
      return new Finding(
          new Worker(host, id, "", "", ""),
          e instanceof IOException || message == null ? e.toString() : message);
    }
  }
}

package dev.plenum.spark.internal;

import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.cluster.CheckpointStore;
import dev.plenum.experiment.cluster.RemoteTraining;
import dev.plenum.experiment.cluster.TrainedFiles;
import dev.plenum.experiment.cluster.Workplace;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * One training as a task. What is thrown has Spark try it again; what would fail each time comes back as
 * an {@link Outcome}.
 */
final class TrainingTask implements Function<Integer, Outcome> {
  private static final long serialVersionUID = 1L;

  private final RemoteTraining training;
  private final WorkerImages images;
  private final Reports reports;
  /** Where the checkpoints of this training go; empty for nowhere. */
  private final String shared;

  private final String command;
  private final String version;
  private final Instant started;

  TrainingTask(
      RemoteTraining training,
      WorkerImages images,
      Reports reports,
      String shared,
      Invocation invocation) {
    this.training = training;
    this.images = images;
    this.reports = reports;
    this.shared = shared;
    this.command = invocation.command();
    this.version = invocation.plenumVersion();
    this.started = invocation.started();
  }

  @Override
  public Outcome call(Integer ignored) throws IOException {
    TrainTest whole = images.get();
    Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "training-");
    try {
      Workplace place = place(folder);
      training.run(whole, place);
      return Outcome.of(TrainedFiles.in(place.results()));
    } catch (IllegalArgumentException | TrainingDivergedException | RunRefusedException e) {
      return Outcome.failure(e);
    } finally {
      delete(folder);
    }
  }

  private Workplace place(Path folder) throws IOException {
    TaskContext task = TaskContext.get();
    String host = SparkEnv.get().blockManager().blockManagerId().host();
    return new Workplace(
        folder,
        new Invocation(command, version, started).on(host),
        task.cpus(),
        checkpoints(task),
        new Reporter(
            reports,
            "executor %s on %s".formatted(SparkEnv.get().executorId(), host),
            task.attemptNumber()));
  }

  private CheckpointStore checkpoints(TaskContext task) throws IOException {
    return shared.isEmpty()
        ? CheckpointStore.NONE
        : new SharedCheckpoints(
            shared, String.valueOf(task.taskAttemptId()), SparkHadoopUtil.get().conf());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inside) {
        Files.deleteIfExists(path);
      }
    }
  }
}

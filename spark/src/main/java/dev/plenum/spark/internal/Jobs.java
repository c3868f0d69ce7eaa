package dev.plenum.spark.internal;

import dev.plenum.api.TrainingDivergedException;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.cluster.ClusterListener;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.experiment.cluster.RemoteTraining;
import dev.plenum.experiment.cluster.TrainedFiles;
import dev.plenum.experiment.cluster.TrainingFailedException;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.cluster.Worker;
import dev.plenum.experiment.run.FolderName;
import dev.plenum.spark.internal.CheckTask.Finding;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;

/**
 * Each training is a job of its own with one task, so that one which fails for good takes no other with
 * it.
 *
 * @param context where
 * @param settings what was asked for
 * @param images on the executors
 * @param heartbeats tell of progress
 */
public record Jobs(
    JavaSparkContext context,
    ClusterSettings settings,
    WorkerImages images,
    Heartbeats heartbeats) {

  /** See {@link dev.plenum.experiment.cluster.Cluster#check}. */
  public List<Worker> check(TrainingSource source) throws IOException {
    Executors.await(context);
    int tasks = Math.max(1, context.defaultParallelism());
    List<Finding> findings =
        run("check", tasks, new CheckTask(source, images, settings.shared().orElse("")));
    for (Finding finding : findings) {
      if (!finding.problem().isEmpty()) {
        throw new RunRefusedException("the worker %s on %s cannot train: %s"
            .formatted(finding.worker().id(), finding.worker().host(), finding.problem()));
      }
    }
    TreeSet<Worker> workers = new TreeSet<>(Comparator.comparing(Worker::id));
    findings.forEach(finding -> workers.add(finding.worker()));
    return List.copyOf(workers);
  }

  /** See {@link dev.plenum.experiment.cluster.Cluster#run}. */
  public TrainedFiles train(String name, RemoteTraining training, ClusterListener listener)
      throws IOException {
    Reports reports = new Reports();
    context.sc().register(reports, name);
    Followed followed = new Followed(name, listener);
    heartbeats.follow(reports, followed);
    try {
      TrainingTask task =
          new TrainingTask(training, images, reports, folder(name), settings.invocation());
      Outcome outcome = run(name, 1, task).get(0);
      followed.accept(reports.value());
      TrainedFiles files = outcome.files();
      if (outcome.isDivergence()) {
        throw new TrainingDivergedException(outcome.problem());
      }
      if (files == null) {
        throw new TrainingFailedException(outcome.problem());
      }
      return files;
    } finally {
      heartbeats.forget(reports);
    }
  }

  /** See {@link dev.plenum.experiment.cluster.Cluster#forget}. */
  public void forget(String name) throws IOException {
    if (settings.shared().isPresent()) {
      new SharedCheckpoints(folder(name), "driver", context.hadoopConfiguration()).delete();
    }
  }

  private String folder(String name) {
    return settings.shared().map(shared -> shared + "/" + FolderName.of(name)).orElse("");
  }

  /** Scala's methods throw checked exceptions that they do not declare. */
  private <T> List<T> run(String name, int tasks, Function<Integer, T> task) throws IOException {
    String group = "plenum: " + name;
    context.setJobGroup(group, name, true);
    try {
      return context
          .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
          .map(task)
          .collect();
    } catch (RuntimeException e) {
      throw new TrainingFailedException(SparkReason.of(e));
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        context.cancelJobGroup(group);
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while '%s' was trained".formatted(name), e);
      }
      throw new TrainingFailedException(SparkReason.of(e));
    }
  }
}

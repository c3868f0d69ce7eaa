package dev.plenum.spark;

import dev.plenum.api.Backend;
import dev.plenum.api.data.TrainTest;
import dev.plenum.ensemble.MemberFailedException;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterListener;
import dev.plenum.experiment.cluster.ClusterMembers;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.experiment.cluster.ImageSource;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.cluster.Worker;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains networks as tasks of a Spark application of one's own, one training a task. Its context stays
 * open.
 *
 * <pre>{@code
 * List<StoredRun> members = SparkTrainings.of(JavaSparkContext.fromSparkContext(session.sparkContext()))
 *     .shared("hdfs:///tmp/plenum")
 *     .committee(folder, mnist, () -> Recipe.of(BuiltInNetwork.SIMPLE_CONV).epochs(5), 8);
 * SavedCommittee committee = CommitteeOf.runs(members, Average.instance());
 * }</pre>
 *
 * @param context where
 * @param shared a folder of any file system that Hadoop knows, for checkpoints, from which a training is
 *     resumed whose executor is lost; empty for none
 * @param images how executors read the dataset; empty to send it to them
 * @param checkpointInterval how often a training is saved meanwhile
 * @param listener is notified of what happens
 */
public record SparkTrainings(
    JavaSparkContext context,
    Optional<String> shared,
    Optional<ImageSource> images,
    Duration checkpointInterval,
    ClusterListener listener) {

  /**
   * {@return trainings with no checkpoints, the dataset sent to executors, nobody notified}
   *
   * @param context of the application whose executors train
   */
  public static SparkTrainings of(JavaSparkContext context) {
    return new SparkTrainings(
        context, Optional.empty(), Optional.empty(), Duration.ofMinutes(1), ClusterListener.NONE);
  }

  /**
   * {@return the same with checkpoints in a folder}
   *
   * @param folder of any file system that Hadoop knows; holds nothing else
   */
  public SparkTrainings shared(String folder) {
    return new SparkTrainings(context, Optional.of(folder), images, checkpointInterval, listener);
  }

  /**
   * {@return the same with executors that read the dataset by themselves}
   *
   * @param source how they read it
   */
  public SparkTrainings images(ImageSource source) {
    return new SparkTrainings(context, shared, Optional.of(source), checkpointInterval, listener);
  }

  /**
   * {@return the same with this interval of checkpoints}
   *
   * @param interval how often a training is saved meanwhile; a minute unless this is said
   */
  public SparkTrainings checkpointInterval(Duration interval) {
    return new SparkTrainings(context, shared, images, interval, listener);
  }

  /**
   * {@return the same, and this listener is notified}
   *
   * @param other takes the place of the listener so far
   */
  public SparkTrainings listener(ClusterListener other) {
    return new SparkTrainings(context, shared, images, checkpointInterval, other);
  }

  /**
   * {@return the executors that are there now} Each has the images then.
   *
   * @param whole the dataset
   * @param source how a network is trained: recipe and backend are tried on each executor
   * @throws dev.plenum.experiment.RunRefusedException if there is none, or one cannot train
   * @throws IOException if Spark fails
   */
  public List<Worker> check(TrainTest whole, TrainingSource source) throws IOException {
    try (Cluster cluster = cluster(whole)) {
      return cluster.check(source);
    }
  }

  /**
   * Trains networks that differ by their seeds only; those that are in the folder already are taken.
   *
   * @param folder gets the folders {@code 1} … {@code count}, each with model, history and record
   * @param whole the dataset
   * @param source how; the members have the recipe's seed and those that follow it
   * @param count how many
   * @return the members in the order of their seeds
   * @throws dev.plenum.experiment.RunRefusedException if there is no executor, or one cannot train;
   *     nothing has been trained then
   * @throws MemberFailedException if one failed; the others are kept
   * @throws IOException if a file cannot be read or written, or Spark fails
   */
  public List<StoredRun> committee(Path folder, TrainTest whole, TrainingSource source, int count)
      throws IOException {
    Recipe recipe = source.recipe();
    TrainingData data = source.data(whole);
    Backend backend = source.backend();
    try (Cluster cluster = cluster(whole)) {
      cluster.check(source);
      ClusterMembers trainer = new ClusterMembers(
          cluster, recipe.network().displayName(), source, checkpointInterval, listener);
      return new Members(trainer, backend, count, count, Members.Listener.NONE)
          .train(folder, recipe, count, data);
    }
  }

  private Cluster cluster(TrainTest whole) {
    int threads = Integer.parseInt(context.getConf().get("spark.task.cpus", "1"));
    ClusterSettings settings = new ClusterSettings(
        context.master(), Map.of(), threads, images, shared, Invocation.of(context.appName()));
    return new SparkCluster(context, settings, whole, () -> {});
  }
}

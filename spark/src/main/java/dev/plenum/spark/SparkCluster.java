package dev.plenum.spark;

import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterListener;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.experiment.cluster.RemoteTraining;
import dev.plenum.experiment.cluster.TrainedFiles;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.cluster.Worker;
import dev.plenum.spark.internal.Heartbeats;
import dev.plenum.spark.internal.Jobs;
import dev.plenum.spark.internal.WorkerImages;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** The executors of a Spark application. */
final class SparkCluster implements Cluster {
  private static final Logger LOG = System.getLogger(SparkCluster.class.getName());

  private final JavaSparkContext context;
  private final Heartbeats heartbeats = new Heartbeats();
  private final WorkerImages images;
  private final Jobs jobs;
  private final Runnable atEnd;

  /**
   * The executors of this application.
   *
   * @param atEnd is run when they are no longer needed
   */
  SparkCluster(
      JavaSparkContext context, ClusterSettings settings, TrainTest whole, Runnable atEnd) {
    this.context = context;
    this.atEnd = atEnd;
    images = WorkerImages.of(context, settings, whole);
    jobs = new Jobs(context, settings, images, heartbeats);
    context.sc().addSparkListener(heartbeats);
  }

  @Override
  public List<Worker> check(TrainingSource source) throws IOException {
    return jobs.check(source);
  }

  @Override
  public TrainedFiles run(String name, RemoteTraining training, ClusterListener listener)
      throws IOException {
    return jobs.train(name, training, listener);
  }

  @Override
  public void forget(String name) {
    try {
      jobs.forget(name);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING, "the checkpoints of {0} could not be deleted: {1}", name, e.toString());
    }
  }

  @Override
  public void close() {
    context.sc().removeSparkListener(heartbeats);
    images.close();
    atEnd.run();
  }
}

package dev.plenum.spark;

import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterProvider;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.spark.internal.Masters;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts a Spark application for the trainings of one command. */
public final class SparkClusterProvider implements ClusterProvider {
  /**
   * What is set unless it was chosen: Spark's own page would be reachable by others, and progress comes
   * with heartbeats.
   */
  private static final Map<String, String> DEFAULTS = Map.of(
      "spark.app.name", "Plenum",
      "spark.ui.enabled", "false",
      "spark.executor.heartbeatInterval", "2s",
      "spark.cleaner.referenceTracking.blocking", "false");

  /** What is set where all executors are on this machine. */
  private static final Map<String, String> LOCAL = Map.of(
      "spark.driver.host", "127.0.0.1",
      "spark.driver.bindAddress", "127.0.0.1",
      "spark.executorEnv.SPARK_SCALA_VERSION", "2.13");

  /** Found by {@link java.util.ServiceLoader}. */
  public SparkClusterProvider() {}

  @Override
  public Cluster connect(ClusterSettings settings, TrainTest whole) {
    Masters.requireReachable(settings.master());
    JavaSparkContext context = start(settings);
    return new SparkCluster(context, settings, whole, context::stop);
  }

  private static JavaSparkContext start(ClusterSettings settings) {
    SparkConf conf = new SparkConf().setMaster(settings.master());
    settings.settings().forEach(conf::set);
    DEFAULTS.forEach(conf::setIfMissing);
    if (settings.master().startsWith("local")) {
      LOCAL.forEach(conf::setIfMissing);
      conf.setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path"));
      conf.remove("spark.jars"); // they are on that class path
    }
    conf.set("spark.task.cpus", String.valueOf(settings.threads()));
    try {
      return new JavaSparkContext(conf);
    } catch (RuntimeException | Error e) {
      throw refusal(settings.master(), e);
    } catch (Exception e) { // Scala's methods throw what they do not declare
      throw refusal(settings.master(), e);
    }
  }

  private static RunRefusedException refusal(String master, Throwable cause) {
    RunRefusedException refusal =
        new RunRefusedException("Spark could not be started with the master '%s': %s"
            .formatted(master, cause.getMessage()));
    refusal.initCause(cause);
    return refusal;
  }
}

package dev.plenum.spark.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import scala.jdk.javaapi.CollectionConverters;

/** Hands the reports that come with executors' heartbeats to those who follow the trainings. */
public final class Heartbeats extends SparkListener {
  private final Map<Long, Followed> trainings = new ConcurrentHashMap<>();

  /** Hands on nothing yet. */
  public Heartbeats() {}

  void follow(Reports reports, Followed training) {
    trainings.put(reports.id(), training);
  }

  void forget(Reports reports) {
    trainings.remove(reports.id());
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    CollectionConverters.asJava(update.accumUpdates())
        .forEach(task -> CollectionConverters.asJava(task._4()).forEach(this::accept));
  }

  private void accept(AccumulableInfo info) {
    Followed training = trainings.get(info.id());
    if (training != null
        && info.update().isDefined()
        && info.update().get() instanceof Report report) {
      training.accept(report);
    }
  }
}

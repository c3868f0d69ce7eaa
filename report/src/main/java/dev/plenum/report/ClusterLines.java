package dev.plenum.report;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.experiment.cluster.ClusterListener;
import dev.plenum.experiment.cluster.Worker;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What becomes of trainings on a cluster, in lines. */
public final class ClusterLines implements ClusterListener {
  private final Consumer<String> out;
  private final Set<Worker> known = ConcurrentHashMap.newKeySet();

  /**
   * Lines for someone.
   *
   * @param out gets each line, from several threads
   */
  public ClusterLines(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void joins(Worker worker) {
    if (!known.add(worker)) {
      return;
    }
    out.accept(worker.toString());
    if (!worker.hint().isEmpty()) {
      out.accept("Hint for worker " + worker.id() + ": " + worker.hint());
    }
  }

  @Override
  public void begins(String training, String worker, int epochsDone) {
    out.accept(training + " begins on " + worker
        + (epochsDone == 0 ? "" : ", from its checkpoint with " + epochsDone + " epochs done"));
  }

  @Override
  public void epochEnds(String training, EpochRecord epoch, int epochs) {
    Map<String, Double> metrics = new LinkedHashMap<>(epoch.metrics());
    metrics.remove(MetricNames.LEARNING_RATE);
    out.accept(String.format(
        Locale.ROOT,
        "%s, epoch %d/%d: %s",
        training,
        epoch.epoch() + 1,
        epochs,
        MetricText.of(metrics)));
  }
}

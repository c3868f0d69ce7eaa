package dev.plenum.spark;

import dev.plenum.api.EpochRecord;
import dev.plenum.experiment.cluster.ClusterListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notes what becomes of trainings. */
class Watched implements ClusterListener {
  private final List<Begin> begins = new ArrayList<>();
  private final List<String> epochs = new ArrayList<>();

  /** A training has begun. */
  record Begin(String training, String worker, int epochsDone) {}

  @Override
  public synchronized void begins(String training, String worker, int epochsDone) {
    begins.add(new Begin(training, worker, epochsDone));
  }

  @Override
  public synchronized void epochEnds(String training, EpochRecord epoch, int count) {
    epochs.add(String.format(Locale.ROOT, "%s: %d of %d", training, epoch.epoch() + 1, count));
  }

  synchronized List<Begin> begins() {
    return List.copyOf(begins);
  }

  synchronized List<String> epochs() {
    return List.copyOf(epochs);
  }

  /** The number of the executor that trains it. */
  synchronized String executorOf(String training) {
    return begins.stream()
        .filter(begin -> begin.training().equals(training))
        .map(begin -> begin.worker().replaceAll("executor (\\d+) .*", "$1"))
        .findFirst()
        .orElseThrow();
  }
}

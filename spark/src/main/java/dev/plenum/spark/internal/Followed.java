package dev.plenum.spark.internal;

import dev.plenum.api.EpochRecord;
import dev.plenum.experiment.cluster.ClusterListener;
import java.util.List;

/** Tells a listener on the driver what is new in the reports of one training. */
final class Followed {
  private final String name;
  private final ClusterListener listener;
  private String begun = "";
  private int told;

  /** A training of that name. */
  Followed(String name, ClusterListener listener) {
    this.name = name;
    this.listener = listener;
  }

  /** An attempt that is repeated gives the same epochs again, so that each is told once. */
  synchronized void accept(Report report) {
    String attempt = report.attempt() + " " + report.worker();
    if (!report.worker().isEmpty() && !attempt.equals(begun)) {
      begun = attempt;
      listener.begins(name, report.worker(), report.resumedEpochs());
    }
    List<EpochRecord> finished = report.finished();
    for (; told < finished.size(); told++) {
      listener.epochEnds(name, finished.get(told), report.epochs());
    }
  }
}

package dev.plenum.spark.internal;

import dev.plenum.api.EpochRecord;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What a task tells of its training, all of it each time. */
final class Report implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Before anything is told. */
  static final Report NONE = new Report("", 0, 0, 0, List.of());

  private final String worker;
  private final int attempt;
  private final int epochs;
  private final int resumedEpochs;
  private final ArrayList<Epoch> finished;

  private Report(String worker, int attempt, int epochs, int resumedEpochs, List<Epoch> finished) {
    this.worker = worker;
    this.attempt = attempt;
    this.epochs = epochs;
    this.resumedEpochs = resumedEpochs;
    this.finished = new ArrayList<>(finished);
  }

  private record Epoch(int number, LinkedHashMap<String, Double> metrics, double seconds)
      implements Serializable {}

  /**
   * A training begins, or is resumed.
   *
   * @param attempt which one, from 0
   * @param epochs how many there are to be
   * @param resumed those that were finished before
   */
  static Report begin(String worker, int attempt, int epochs, List<EpochRecord> resumed) {
    Report report = new Report(worker, attempt, epochs, resumed.size(), List.of());
    for (EpochRecord epoch : resumed) {
      report = report.with(epoch);
    }
    return report;
  }

  /** The same with one more epoch. */
  Report with(EpochRecord epoch) {
    ArrayList<Epoch> more = new ArrayList<>(finished);
    more.add(new Epoch(epoch.epoch(), new LinkedHashMap<>(epoch.metrics()), epoch.seconds()));
    return new Report(worker, attempt, epochs, resumedEpochs, more);
  }

  String worker() {
    return worker;
  }

  int attempt() {
    return attempt;
  }

  int epochs() {
    return epochs;
  }

  int resumedEpochs() {
    return resumedEpochs;
  }

  List<EpochRecord> finished() {
    return finished.stream()
        .map(epoch -> new EpochRecord(epoch.number(), epoch.metrics(), epoch.seconds()))
        .toList();
  }
}

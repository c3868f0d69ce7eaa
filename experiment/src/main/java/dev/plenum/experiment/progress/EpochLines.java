package dev.plenum.experiment.progress;

import dev.plenum.api.EpochRecord;
import java.util.List;
import java.util.stream.Collectors;

/** Epochs as lines of CSV, as {@link dev.plenum.persistence.HistoryCsv} reads them. */
final class EpochLines {
  private EpochLines() {}

  static String header(List<String> metrics) {
    return "epoch," + String.join(",", metrics) + ",seconds\n";
  }

  static String of(EpochRecord epoch, List<String> metrics) {
    return metrics.stream()
        .map(metric -> String.valueOf(epoch.value(metric)))
        .collect(Collectors.joining(",", (epoch.epoch() + 1) + ",", "," + epoch.seconds() + "\n"));
  }
}

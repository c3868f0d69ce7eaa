package dev.plenum.persistence;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A training's history as CSV: {@code epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds},
 * one line per epoch, numbered from 1 as Keras prints them. A cell is empty where there is no value.
 */
public final class HistoryCsv {
  /** The metrics of an epoch, in the order of files. */
  static final List<String> METRICS =
      List.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate");

  private HistoryCsv() {}

  /** The history as CSV, with a header line. */
  public static String format(History history) {
    StringBuilder csv = new StringBuilder("epoch,").append(String.join(",", METRICS));
    csv.append(",seconds\n");
    for (EpochRecord epoch : history.epochs()) {
      csv.append(epoch.epoch() + 1).append(',');
      for (String metric : METRICS) {
        Double value = epoch.metrics().get(metric);
        csv.append(value == null ? "" : Json.digits(value)).append(',');
      }
      csv.append(Json.digits(epoch.seconds())).append('\n');
    }
    return csv.toString();
  }

  /**
   * Writes the file atomically.
   *
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public static void write(Path file, History history) throws IOException {
    AtomicFiles.write(file, format(history));
  }
}

package dev.plenum.persistence;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.metric.MetricNames;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A training's history as CSV: {@code epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds},
 * and other metrics where {@link MetricNames#inOrder} puts them; one line per epoch, numbered from 1 as
 * Keras prints them. A cell is empty where there is no value.
 */
public final class HistoryCsv {
  /** The metrics that have a column or key in any case. */
  private static final List<String> ALWAYS = List.of(
      MetricNames.LOSS,
      MetricNames.ACCURACY,
      MetricNames.validation(MetricNames.LOSS),
      MetricNames.validation(MetricNames.ACCURACY),
      MetricNames.LEARNING_RATE);

  private static final String EPOCH = "epoch";
  private static final String SECONDS = "seconds";
  private static final long LARGEST = 1 << 26;

  private HistoryCsv() {}

  /** The metrics of a history, in the order of files. */
  static List<String> metrics(History history) {
    Set<String> names = new LinkedHashSet<>(ALWAYS);
    history.epochs().forEach(epoch -> names.addAll(epoch.metrics().keySet()));
    return MetricNames.inOrder(names);
  }

  /**
   * {@return the history as CSV, with a header line}
   *
   * @param history its epochs need not have the same metrics
   */
  public static String format(History history) {
    List<String> metrics = metrics(history);
    StringBuilder csv = new StringBuilder(EPOCH + ",").append(String.join(",", metrics));
    csv.append("," + SECONDS + "\n");
    for (EpochRecord epoch : history.epochs()) {
      csv.append(epoch.epoch() + 1).append(',');
      for (String metric : metrics) {
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
   * @param file replaced if it is there
   * @param history its epochs need not have the same metrics
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public static void write(Path file, History history) throws IOException {
    AtomicFiles.write(file, format(history));
  }

  /**
   * Reads a file of this kind. What stands in columns between the epoch and the seconds is taken for
   * metrics, whatever they are called.
   *
   * @param file a text in UTF-8 of 64 MiB at most
   * @return the epochs, in the order of the lines
   * @throws IOException if it cannot be read, or is no such file; the message names it
   */
  public static History read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw damaged(file, "it is larger than " + LARGEST + " bytes");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is no text in UTF-8", e);
    }
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
    if (!header.contains(EPOCH)) {
      throw damaged(file, "its first line has no column '" + EPOCH + "'");
    }
    History history = History.empty();
    for (int i = 1; i < lines.size(); i++) {
      try {
        history = history.with(epoch(header, List.of(lines.get(i).split(",", -1))));
      } catch (IllegalArgumentException e) {
        throw damaged(file, String.format(Locale.ROOT, "line %d: %s", i + 1, e.getMessage()));
      }
    }
    return history;
  }

  private static EpochRecord epoch(List<String> header, List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d values for %d columns", cells.size(), header.size()));
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        metrics.put(header.get(i), Double.valueOf(cells.get(i)));
      }
    }
    Double epoch = metrics.remove(EPOCH);
    Double seconds = metrics.remove(SECONDS);
    if (epoch == null) {
      throw new IllegalArgumentException("the epoch is missing");
    }
    return new EpochRecord(epoch.intValue() - 1, metrics, seconds == null ? 0 : seconds);
  }

  private static IOException damaged(Path file, String why) {
    return new IOException("%s is not a history as CSV: %s".formatted(file, why));
  }
}

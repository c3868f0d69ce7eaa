package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes one line of CSV per epoch, as soon as it ends: {@code epoch}, numbered from 1, the metrics,
 * and the {@code seconds} of training. A training that is resumed begins its file with the lines of
 * its earlier epochs.
 *
 * <p>A training fails with an {@link UncheckedIOException} when the file cannot be written; the
 * message names it and the reason.
 */
public final class CsvLogger implements Callback {
  private final Path file;
  private final boolean append;

  private CsvLogger(Path file, boolean append) {
    this.file = file;
    this.append = append;
  }

  /**
   * {@return a logger that writes a file anew with each training}
   *
   * @param file its folder must exist
   */
  public static CsvLogger to(Path file) {
    return new CsvLogger(file, false);
  }

  /**
   * {@return the same, adding to the file or not} If it adds, a file whose first line is not the header of
   * this training is refused with an {@link IllegalArgumentException}.
   *
   * @param append whether lines that the file has stay
   */
  public CsvLogger append(boolean append) {
    return new CsvLogger(file, append);
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBegin(Training training) {
    List<String> metrics = training.metricNames();
    String header = "epoch," + String.join(",", metrics) + ",seconds\n";
    if (append) {
      write(missing(header), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } else {
      StringBuilder text = new StringBuilder(header);
      training.position().history().epochs().forEach(epoch -> text.append(line(epoch, metrics)));
      write(
          text.toString(),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    write(line(epoch, training.metricNames()), StandardOpenOption.APPEND);
  }

  private static String line(EpochRecord epoch, List<String> metrics) {
    StringBuilder line = new StringBuilder().append(epoch.epoch() + 1);
    metrics.forEach(metric -> line.append(',').append(Digits.of(epoch.value(metric))));
    return line.append(',').append(Digits.of(epoch.seconds())).append('\n').toString();
  }

  /** What must be added before the next line. */
  private String missing(String header) {
    String present = present();
    if (present.isEmpty()) {
      return header;
    }
    if (!present.startsWith(header)) {
      throw new IllegalArgumentException(
          "%s cannot be continued: it begins with '%s', this training has the columns '%s'. Give another file, or do not append"
              .formatted(file, present.lines().findFirst().orElse(""), header.strip()));
    }
    return present.endsWith("\n") ? "" : "\n"; // a line may have been cut off
  }

  private String present() {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  private void write(String text, OpenOption... options) {
    try {
      Files.writeString(file, text, options);
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  private UncheckedIOException failure(String deed, IOException e) {
    String message = "%s could not be %s: %s".formatted(file, deed, reason(e));
    return new UncheckedIOException(message, e);
  }

  private String reason(IOException e) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      return "there is no folder " + folder;
    }
    if (Files.isDirectory(file)) {
      return "there is a folder of that name";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write to it";
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }
}

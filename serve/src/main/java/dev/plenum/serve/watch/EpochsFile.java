package dev.plenum.serve.watch;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows a file of epochs as CSV while lines are added to its end; each part of it is read once. */
final class EpochsFile {
  private static final int PART = 1 << 20;
  private static final String EPOCH = "epoch";
  private static final String SECONDS = "seconds";

  private final Path file;
  private final StringBuilder rest = new StringBuilder();
  private long offset;
  private @Nullable Object key;
  private List<String> columns = List.of();
  private Curves curves = new Curves(List.of());

  EpochsFile(Path file) {
    this.file = file;
  }

  /** What was read so far. */
  Curves curves() {
    return curves;
  }

  /**
   * Reads what was added; all, if it is another file than before.
   *
   * @return whether anything has changed
   */
  boolean update() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    if (now.size() < offset || !Objects.equals(now.fileKey(), key)) {
      offset = 0;
      rest.setLength(0);
      columns = List.of();
      curves = new Curves(List.of());
      key = now.fileKey();
    }
    return now.size() > offset && read();
  }

  private boolean read() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(offset);
      ByteBuffer part = ByteBuffer.allocate(PART);
      while (channel.read(part) > 0) {
        offset += part.position();
        rest.append(StandardCharsets.ISO_8859_1.decode(part.flip()));
        part.clear();
        takeLines();
      }
    }
    return true;
  }

  /** A line that is not complete waits for the rest of it. */
  private void takeLines() {
    int from = 0;
    for (int end = rest.indexOf("\n", from); end >= 0; end = rest.indexOf("\n", from)) {
      if (columns.isEmpty()) {
        begin(cells(from, end));
      } else if (curves.keepsNext()) {
        curves.add(values(from, end));
      } else {
        curves.skip();
        if (rest.indexOf("\n", end + 1) < 0) {
          curves.setLast(values(from, end));
        }
      }
      from = end + 1;
    }
    rest.delete(0, from);
    if (rest.length() > PART) {
      rest.setLength(0); // no such file: it is not read into memory as a whole
    }
  }

  private List<String> cells(int from, int end) {
    return List.of(rest.substring(from, end).strip().split(",", -1));
  }

  private void begin(List<String> header) {
    columns = header;
    List<String> metrics = new ArrayList<>(header);
    metrics.remove(EPOCH);
    curves = new Curves(metrics);
  }

  /** The values of the metrics; NaN where a cell is empty or missing. */
  private float[] values(int from, int end) {
    List<String> cells = cells(from, end);
    float[] values = new float[curves.metrics().size()];
    int next = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).equals(EPOCH)) {
        values[next++] = i < cells.size() ? number(cells.get(i)) : Float.NaN;
      }
    }
    return values;
  }

  private static float number(String cell) {
    try {
      return Float.parseFloat(cell);
    } catch (NumberFormatException e) {
      return Float.NaN; // an empty cell: there is no value
    }
  }

  /** The curves of a history that was read otherwise. */
  static Curves of(History history) {
    List<String> metrics = new ArrayList<>();
    history.epochs().stream()
        .limit(1)
        .forEach(epoch -> metrics.addAll(epoch.metrics().keySet()));
    metrics.add(SECONDS);
    Curves curves = new Curves(metrics);
    for (EpochRecord epoch : history.epochs()) {
      float[] values = new float[metrics.size()];
      for (int i = 0; i < metrics.size() - 1; i++) {
        values[i] = epoch.metrics().getOrDefault(metrics.get(i), Double.NaN).floatValue();
      }
      values[metrics.size() - 1] = (float) epoch.seconds();
      curves.add(values);
    }
    return curves;
  }
}

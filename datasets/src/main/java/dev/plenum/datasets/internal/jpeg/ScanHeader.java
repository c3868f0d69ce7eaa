package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan's header says.
 *
 * @param parts its components, with their tables
 * @param from the first of the coefficients that it has, if the frame is progressive
 * @param to the last
 * @param approximation the numbers of missing bits before (the upper four) and after it
 */
record ScanHeader(List<Part> parts, int from, int to, int approximation) {
  private static final int BYTES_PER_PART = 2;
  private static final int OTHER_BYTES = 3;

  /**
   * A component in a scan.
   *
   * @param component where its blocks go
   * @param dcTable the number of its table for the mean
   * @param acTable that for the other coefficients
   */
  record Part(Component component, int dcTable, int acTable) {}

  /** Reads a scan's header. */
  static ScanHeader read(ByteBuffer in, Frame frame) throws JpegException {
    int count = in.hasRemaining() ? in.get() & 0xff : 0;
    if (count == 0 || in.remaining() < count * BYTES_PER_PART + OTHER_BYTES) {
      throw new JpegException("a scan header is cut off");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Component component = find(in.get() & 0xff, frame, parts);
      int tables = in.get() & 0xff;
      parts.add(new Part(component, tables >>> 4, tables & 15));
    }
    requirePossible(parts);
    return new ScanHeader(parts, in.get() & 0xff, in.get() & 0xff, in.get() & 0xff);
  }

  /** Scans keep the frame's order, which tells components of one name apart. */
  private static Component find(int id, Frame frame, List<Part> before) throws JpegException {
    List<Component> all = frame.components();
    int from = before.isEmpty() ? 0 : all.indexOf(before.get(before.size() - 1).component()) + 1;
    return all.subList(from, all.size()).stream()
        .filter(component -> component.header().id() == id)
        .findFirst()
        .orElseThrow(() -> new JpegException("a scan has an unknown colour: " + id));
  }

  private static void requirePossible(List<Part> parts) throws JpegException {
    int blocks = parts.stream()
        .map(part -> part.component().header())
        .mapToInt(header -> header.horizontal() * header.vertical())
        .sum();
    if (parts.size() > 1 && blocks > Frame.MOST_BLOCKS_IN_MCU) {
      throw new JpegException("a scan has %s blocks in a unit, at most %s are possible"
          .formatted(blocks, Frame.MOST_BLOCKS_IN_MCU));
    }
  }
}

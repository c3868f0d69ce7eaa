package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The picture of a file: its size, and its components as far as they are decoded. */
final class Frame {
  private static final int BITS = 8;
  private static final int HEADER_BYTES = 6;
  private static final int COMPONENT_BYTES = 3;
  private static final Set<Integer> COMPONENT_COUNTS = Set.of(1, 3, 4);
  /** Data units of all components in one MCU. */
  static final int MOST_BLOCKS_IN_MCU = 10;

  private final boolean progressive;
  private final int width;
  private final int height;
  private final int horizontal;
  private final int vertical;
  private final List<Component> components;

  private Frame(boolean progressive, int width, int height, List<ComponentHeader> headers) {
    this.progressive = progressive;
    this.width = width;
    this.height = height;
    this.horizontal =
        headers.stream().mapToInt(ComponentHeader::horizontal).max().orElseThrow();
    this.vertical = headers.stream().mapToInt(ComponentHeader::vertical).max().orElseThrow();
    this.components = headers.stream().map(this::component).toList();
  }

  private Component component(ComponentHeader header) {
    return new Component(
        header,
        ceilingOf(width * header.horizontal(), horizontal),
        ceilingOf(height * header.vertical(), vertical),
        mcusInRow() * header.horizontal(),
        mcuRows() * header.vertical());
  }

  private static int ceilingOf(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Reads a frame's header. */
  static Frame read(int marker, ByteBuffer in) throws JpegException {
    requireKind(marker);
    requireLength(in, HEADER_BYTES);
    int bits = in.get() & 0xff;
    if (bits != BITS) {
      throw new JpegException(
          "its samples have %s bits, which is not read; convert it to 8 bits".formatted(bits));
    }
    int height = in.getShort() & 0xffff;
    int width = in.getShort() & 0xffff;
    int count = in.get() & 0xff;
    if (!COMPONENT_COUNTS.contains(count)) {
      throw new JpegException("it has %s colours, expected 1, 3 or 4".formatted(count));
    }
    requireLength(in, count * COMPONENT_BYTES);
    List<ComponentHeader> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add(ComponentHeader.of(in.get() & 0xff, in.get() & 0xff, in.get() & 0xff));
    }
    return new Frame(marker == Marker.SOF2, width, height, headers);
  }

  private static void requireKind(int marker) throws JpegException {
    if (marker > Marker.SOF2) {
      throw new JpegException("it is of a kind that is not read (%s); convert it to PNG"
          .formatted(Marker.kindOfFrame(marker)));
    }
  }

  private static void requireLength(ByteBuffer in, int length) throws JpegException {
    if (in.remaining() < length) {
      throw new JpegException("its frame header is cut off");
    }
  }

  boolean isProgressive() {
    return progressive;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The largest sampling factor, so the number of blocks of a component that has every pixel. */
  int horizontal() {
    return horizontal;
  }

  /** The same for rows. */
  int vertical() {
    return vertical;
  }

  int mcusInRow() {
    return ceilingOf(width, horizontal * Block.SIDE);
  }

  int mcuRows() {
    return ceilingOf(height, vertical * Block.SIDE);
  }

  List<Component> components() {
    return components;
  }

  /** How many there are at least. */
  long blocks() {
    return components.stream()
        .mapToLong(c -> (long) c.blocksInRow() * c.blockRows())
        .sum();
  }

  void makeRoom() {
    for (Component component : components) {
      if (progressive) {
        component.makeRoomForCoefficients();
      } else {
        component.makeRoomForSamples();
      }
    }
  }

  /** Whether all scans have come that it needs. */
  boolean isWhole() {
    return components.stream().allMatch(c -> c.progress().isWhole());
  }
}

package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** A value that depends on the images: one of the network's, and how ONNX sees it. */
sealed interface Signal extends Known permits Signal.Images, Signal.Rows {

  /** The position of the layer that gives it, or {@link dev.plenum.api.network.PlacedLayer#IMAGES}. */
  int layer();

  /** Whether more than one node reads it, so that the layer must stay as it is. */
  boolean isShared();

  /** The sizes in ONNX, without the batch. */
  List<Integer> dimensions();

  /** The same value, known to be read by several. */
  Signal shared();

  /**
   * Images.
   *
   * @param shape (height, width, channels)
   * @param channelsFirst whether they are (n, c, h, w) in ONNX, else (n, h, w, c)
   */
  record Images(int layer, boolean isShared, Shape shape, boolean channelsFirst) implements Signal {

    /** What a new layer makes of these, in the same layout. */
    Images by(int layer, Shape shape) {
      return new Images(layer, false, shape, channelsFirst);
    }

    /** The same values, as lying otherwise. */
    Images laidOut(boolean channelsFirst) {
      return new Images(layer, isShared, shape, channelsFirst);
    }

    /** Where the channels are in ONNX, the batch being axis 0. */
    int channelAxis() {
      return channelsFirst ? 1 : 3;
    }

    /** Where the rows are; the columns come next. */
    int heightAxis() {
      return channelsFirst ? 2 : 1;
    }

    @Override
    public List<Integer> dimensions() {
      return channelsFirst
          ? List.of(shape.channels(), shape.height(), shape.width())
          : shape.dimensions();
    }

    @Override
    public Images shared() {
      return new Images(layer, true, shape, channelsFirst);
    }
  }

  /**
   * Values in a row.
   *
   * @param parts what stands one behind the other: images, which ONNX has in the order c, h, w and the
   *     network in the order h, w, c; or rows in one order
   */
  record Rows(int layer, boolean isShared, List<Shape> parts) implements Signal {

    /** Values in one order, of a new layer. */
    static Rows plain(int layer, int size) {
      return new Rows(layer, false, List.of(Shape.of(size)));
    }

    /** What a new layer makes of these, in the same order. */
    Rows by(int layer) {
      return new Rows(layer, false, parts);
    }

    /** The number of values. */
    int size() {
      return parts.stream().mapToInt(Shape::size).reduce(0, Math::addExact);
    }

    /** Whether ONNX and the network have them in the same order. */
    boolean isPlain() {
      return parts.stream()
          .allMatch(part ->
              part.rank() == 1 || part.channels() == 1 || part.height() * part.width() == 1);
    }

    /** For each value in ONNX's order, where it is in the network's. */
    int[] order() {
      int[] order = new int[size()];
      int start = 0;
      for (Shape part : parts) {
        int channels = part.rank() == 1 ? 1 : part.channels();
        int pixels = part.size() / channels;
        for (int i = 0; i < part.size(); i++) {
          order[start + i] = start + i % pixels * channels + i / pixels;
        }
        start += part.size();
      }
      return order;
    }

    /** Values in ONNX's order, one for each, in the network's. */
    float[] ordered(float[] values) {
      int[] order = order();
      float[] ordered = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        ordered[order[i]] = values[i];
      }
      return ordered;
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(size());
    }

    @Override
    public Rows shared() {
      return new Rows(layer, true, parts);
    }
  }

  /** The sizes in ONNX, with the batch. */
  default Literal.Wholes sizes() {
    List<Long> sizes = new ArrayList<>(List.of(Literal.BATCH));
    dimensions().forEach(size -> sizes.add((long) size));
    return Literal.Wholes.row(sizes);
  }
}

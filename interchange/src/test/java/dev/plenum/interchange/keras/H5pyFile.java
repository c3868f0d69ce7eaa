package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * HDF5 files laid out as h5py lays out Keras's: superblock 0, groups in symbol tables, object headers
 * of version 1, contiguous variables; a group {@code vars} has the attribute {@code name}, a text in
 * the global heap. See the HDF5 File Format Specification, version 3.0.
 */
public final class H5pyFile {
  /** In a variable's place: one of three floats that were never written. */
  static final Object UNWRITTEN = new Object();

  private static final long UNDEFINED = -1;
  private static final int SUPERBLOCK = 96;
  private static final int ENTRIES_PER_NODE = 8;
  private static final int NODES_PER_TREE = 32;
  private static final int HEAP_BYTES = 4096;
  private static final int DATASET_HEADER = 384;

  private static final ByteBuffer FLOAT32 = buffer(24)
      .put(new byte[] {0x11, 0x20, 0x1f, 0})
      .putInt(4)
      .putShort((short) 0)
      .putShort((short) 32)
      .put(new byte[] {23, 8, 0, 23})
      .putInt(127);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Where a group's header, tree and names lie. */
  private record Place(long header, long tree, long heap) {}

  private H5pyFile() {}

  /**
   * A file.
   *
   * @param root groups as maps, variables as tensors or {@link Chunked}, whole numbers as scalars of
   *     int32; a text or a list of texts is an attribute of the group that it is in
   */
  public static byte[] of(Map<String, ?> root) {
    H5pyFile file = new H5pyFile();
    file.write(buffer(SUPERBLOCK));
    Place place = file.group("model", "", root);
    byte[] bytes = file.out.toByteArray();
    superblock(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), place);
    return bytes;
  }

  private static void superblock(ByteBuffer to, Place root) {
    to.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
    to.put(new byte[] {0, 0, 0, 0, 0, 8, 8, 0})
        .putShort((short) 4)
        .putShort((short) 16)
        .putInt(0);
    to.putLong(0).putLong(UNDEFINED).putLong(to.capacity()).putLong(UNDEFINED);
    to.putLong(0).putLong(root.header).putInt(1).putInt(0).putLong(root.tree).putLong(root.heap);
  }

  private Place group(String parent, String name, Map<?, ?> children) {
    Map<String, ByteBuffer> entries = new TreeMap<>();
    List<ByteBuffer> attributes = new ArrayList<>();
    children.forEach((key, child) -> {
      if (child instanceof String || child instanceof List) {
        attributes.add(message(0x0c, 0, attribute(String.valueOf(key), child)));
      } else {
        entries.put(String.valueOf(key), entry(name, String.valueOf(key), child));
      }
    });
    Map<String, Integer> offsets = new TreeMap<>();
    long heap = heap(entries.keySet(), offsets);
    long tree = tree(nodes(entries, offsets), offsets);
    return new Place(
        name.equals("vars") ? headerWithName(parent, tree, heap) : header(tree, heap, attributes),
        tree,
        heap);
  }

  /** A symbol table's entry, without the name. */
  private ByteBuffer entry(String parent, String name, Object child) {
    ByteBuffer entry = buffer(40);
    if (child instanceof Map<?, ?> group) {
      Place place = group(parent, name, group);
      return entry
          .putLong(8, place.header)
          .putInt(16, 1)
          .putLong(24, place.tree)
          .putLong(32, place.heap);
    }
    return entry.putLong(8, variable(child));
  }

  private long variable(Object child) {
    if (child instanceof Chunked chunked) {
      return chunked(chunked);
    }
    if (child == UNWRITTEN) {
      ByteBuffer layout = buffer(24).put(new byte[] {3, 1}).putLong(UNDEFINED);
      return dataset(space(Shape.of(3)), FLOAT32, layout.putLong(3L * Float.BYTES));
    }
    return child instanceof Tensor tensor ? dataset(tensor) : scalar((int) child);
  }

  private long heap(Iterable<String> names, Map<String, Integer> offsets) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(new byte[8]); // The empty name.
    for (String name : names) {
      offsets.put(name, data.size());
      data.writeBytes(padded(name));
    }
    long segment = write(ByteBuffer.wrap(data.toByteArray()));
    ByteBuffer heap = buffer(32).put(ascii("HEAP")).putInt(0);
    return write(heap.putLong(data.size()).putLong(1).putLong(segment));
  }

  private List<Long> nodes(Map<String, ByteBuffer> entries, Map<String, Integer> offsets) {
    List<Long> nodes = new ArrayList<>();
    Iterator<Map.Entry<String, ByteBuffer>> left = entries.entrySet().iterator();
    for (int remaining = entries.size(); remaining > 0; remaining -= ENTRIES_PER_NODE) {
      int count = Math.min(remaining, ENTRIES_PER_NODE);
      ByteBuffer node = buffer(8 + 40 * ENTRIES_PER_NODE);
      node.put(ascii("SNOD")).put((byte) 1).put((byte) 0).putShort((short) count);
      for (int i = 0; i < count; i++) {
        Map.Entry<String, ByteBuffer> entry = left.next();
        node.put(
            entry.getValue().putLong(0, offsets.getOrDefault(entry.getKey(), 0)).rewind());
      }
      nodes.add(write(node));
    }
    return nodes;
  }

  private long tree(List<Long> nodes, Map<String, Integer> offsets) {
    List<Integer> names = List.copyOf(offsets.values());
    ByteBuffer tree = buffer(24 + 8 * (2 * NODES_PER_TREE + 1));
    tree.put(ascii("TREE")).put((byte) 0).put((byte) 0).putShort((short) nodes.size());
    tree.putLong(UNDEFINED).putLong(UNDEFINED).putLong(0);
    for (int i = 0; i < nodes.size(); i++) {
      int last = Math.min(names.size(), ENTRIES_PER_NODE * (i + 1)) - 1;
      tree.putLong(nodes.get(i)).putLong(names.get(last));
    }
    return write(tree);
  }

  private long header(long tree, long heap, List<ByteBuffer> attributes) {
    int bytes = 24 + attributes.stream().mapToInt(ByteBuffer::capacity).sum();
    ByteBuffer header = headerStart(1 + attributes.size(), bytes);
    header.put(message(0x11, 0, buffer(16).putLong(tree).putLong(heap)));
    attributes.forEach(header::put);
    return write(header);
  }

  /** Texts of one length, as NumPy has them, filled up with zeros. */
  private static ByteBuffer attribute(String name, Object value) {
    List<?> texts = value instanceof List<?> list ? list : List.of(value);
    int length = texts.stream().mapToInt(text -> text.toString().length()).max().orElse(1);
    ByteBuffer space = value instanceof List<?>
        ? buffer(16).put((byte) 1).put((byte) 1).putLong(8, texts.size())
        : buffer(8).put((byte) 1);
    int bytes = 8 + padded(name).length + 8 + space.capacity() + texts.size() * length;
    ByteBuffer attribute = buffer((bytes + 7) / 8 * 8);
    attribute.putShort((short) 1).putShort((short) (name.length() + 1));
    attribute.putShort((short) 8).putShort((short) space.capacity());
    attribute.put(padded(name)).put(new byte[] {0x13, 1, 0, 0}).putInt(length);
    attribute.put(space.rewind());
    texts.forEach(text -> attribute.put(Arrays.copyOf(ascii(text.toString()), length)));
    return attribute;
  }

  /** The attribute came later, so that it is elsewhere. */
  private long headerWithName(String name, long tree, long heap) {
    ByteBuffer rest = buffer(96);
    rest.put(message(0x11, 0, buffer(16).putLong(tree).putLong(heap)));
    rest.put(message(0x0c, 0, nameAttribute(name)));
    long continuation = write(rest);
    return write(headerStart(3, 24)
        .put(message(0x10, 0, buffer(16).putLong(continuation).putLong(rest.capacity()))));
  }

  private ByteBuffer nameAttribute(String name) {
    ByteBuffer heap = buffer(HEAP_BYTES).put(ascii("GCOL")).putInt(1).putLong(HEAP_BYTES);
    heap.putShort((short) 1).putShort((short) 0).putInt(0).putLong(name.length());
    heap.put(padded(name));
    heap.putLong(0).putLong(HEAP_BYTES - heap.position() + 8);
    long address = write(heap);
    ByteBuffer attribute = buffer(64);
    attribute.putShort((short) 1).putShort((short) 5).putShort((short) 20).putShort((short) 8);
    attribute.put(padded("name"));
    attribute.put(new byte[] {0x19, 1, 1, 0}).putInt(16).putInt(16).putInt(1).putInt(8 << 16);
    attribute.putInt(0).putLong(1);
    return attribute.putInt(name.length()).putLong(address).putInt(1);
  }

  private long dataset(Tensor tensor) {
    ByteBuffer data = buffer(Float.BYTES * tensor.shape().size());
    for (int i = 0; i < tensor.shape().size(); i++) {
      data.putFloat(tensor.get(i));
    }
    ByteBuffer layout = buffer(24).put(new byte[] {3, 1}).putLong(write(data));
    return dataset(space(tensor.shape()), FLOAT32, layout.putLong(data.capacity()));
  }

  private long chunked(Chunked variable) {
    List<Chunked.Chunk> chunks = variable.chunks();
    int rank = variable.chunkSizes().size();
    int key = 8 + 8 * (rank + 1);
    ByteBuffer tree = buffer(24 + chunks.size() * (key + 8) + key);
    tree.put(ascii("TREE")).put((byte) 1).put((byte) 0).putShort((short) chunks.size());
    tree.putLong(UNDEFINED).putLong(UNDEFINED);
    for (Chunked.Chunk chunk : chunks) {
      tree.putInt(chunk.bytes().length).putInt(chunk.filterMask());
      chunk.start().forEach(tree::putLong);
      tree.putLong(0).putLong(write(ByteBuffer.wrap(chunk.bytes())));
    }
    ByteBuffer layout = buffer((11 + 4 * (rank + 1) + 7) / 8 * 8);
    layout.put(new byte[] {3, 2, (byte) (rank + 1)}).putLong(write(tree));
    variable.chunkSizes().forEach(layout::putInt);
    layout.putInt(Float.BYTES);
    return dataset(
        space(variable.shape()),
        FLOAT32,
        layout,
        message(0x0b, 0, buffer(variable.pipeline().length).put(variable.pipeline())));
  }

  private static ByteBuffer space(Shape shape) {
    List<Integer> sizes = shape.dimensions();
    ByteBuffer space = buffer(8 + 16 * sizes.size()).put((byte) 1).put((byte) sizes.size());
    space.put((byte) 1).position(8);
    sizes.forEach(space::putLong);
    sizes.forEach(space::putLong);
    return space;
  }

  private long scalar(int value) {
    ByteBuffer type = buffer(16).put(new byte[] {0x10, 8, 0, 0}).putInt(4);
    type.putShort((short) 0).putShort((short) 32);
    long address = write(buffer(4).putInt(value));
    ByteBuffer layout = buffer(24).put(new byte[] {3, 1}).putLong(address).putLong(4);
    return dataset(buffer(8).put((byte) 1), type, layout);
  }

  private long dataset(ByteBuffer space, ByteBuffer type, ByteBuffer layout, ByteBuffer... more) {
    ByteBuffer header = headerStart(5 + more.length, DATASET_HEADER);
    header.put(message(1, 0, space));
    header.put(message(3, 1, type));
    header.put(message(5, 1, buffer(8).put(new byte[] {2, 2, 2, 1})));
    header.put(message(8, 0, layout));
    for (ByteBuffer message : more) {
      header.put(message);
    }
    header.put(message(0, 0, buffer(header.remaining() - 8)));
    return write(header);
  }

  private static ByteBuffer headerStart(int messages, int bytes) {
    ByteBuffer header = buffer(16 + bytes).put((byte) 1).put((byte) 0).putShort((short) messages);
    return header.putInt(1).putInt(bytes).putInt(0);
  }

  private static ByteBuffer message(int type, int flags, ByteBuffer content) {
    ByteBuffer message = buffer(8 + content.capacity()).putShort((short) type);
    message.putShort((short) content.capacity()).put((byte) flags).position(8);
    return message.put(content.rewind()).rewind();
  }

  /** Adds a block at a multiple of 8, and returns its address. */
  private long write(ByteBuffer block) {
    long address = out.size();
    byte[] bytes = new byte[(block.capacity() + 7) / 8 * 8];
    block.rewind().get(bytes, 0, block.capacity());
    out.writeBytes(bytes);
    return address;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** With at least one 0 behind it, to a multiple of 8. */
  private static byte[] padded(String text) {
    return Arrays.copyOf(ascii(text), 8 * (text.length() / 8 + 1));
  }
}

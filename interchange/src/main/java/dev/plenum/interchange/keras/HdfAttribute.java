package dev.plenum.interchange.keras;

import io.jhdf.GlobalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a group's attributes: texts, of one length (as NumPy has them) or each of its own. jHDF's reader
 * is not used: it would read one long text as often as a file names it.
 */
final class HdfAttribute {
  private HdfAttribute() {}

  static boolean exists(ObjectHeader header, String name) {
    return find(header, name).isPresent();
  }

  static List<String> texts(HdfBytes file, ObjectHeader header, String name, String group) {
    AttributeMessage attribute = find(header, name)
        .orElseThrow(() ->
            new InvalidHdfException("the group '%s' has no attribute '%s'".formatted(group, name)));
    int[] sizes = attribute.getDataSpace().getDimensions();
    long count = IntStream.of(sizes).asLongStream().reduce(1, Math::multiplyExact);
    if (count == 0) {
      return List.of();
    }
    DataType type = attribute.getDataType();
    ByteBuffer bytes = attribute.getDataBuffer().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    // How many there are is only known to be true when the bytes are there.
    if (Math.multiplyExact(count, type.getSize()) > bytes.remaining()) {
      throw unreadable(name, group);
    }
    if (type instanceof StringData) {
      return ofOneLength(bytes, (int) count, type.getSize());
    }
    if (type instanceof VariableLength) {
      return ofTheirOwn(file, bytes, (int) count);
    }
    throw unreadable(name, group);
  }

  private static Optional<AttributeMessage> find(ObjectHeader header, String name) {
    return header.getMessagesOfType(AttributeMessage.class).stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
  }

  /** Filled up with zeros or spaces. */
  private static List<String> ofOneLength(ByteBuffer bytes, int count, int length) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] text = new byte[length];
      bytes.get(text);
      texts.add(new String(text, StandardCharsets.UTF_8).replaceFirst("[\0 ]+$", ""));
    }
    return texts;
  }

  /** For each its length, and where it is among other values. */
  private static List<String> ofTheirOwn(HdfBytes file, ByteBuffer bytes, int count) {
    Map<Long, GlobalHeap> heaps = new HashMap<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = bytes.getInt();
      long address = bytes.getLong();
      int index = bytes.getInt();
      file.spend(length);
      texts.add(
          length == 0
              ? ""
              : text(
                  heaps.computeIfAbsent(address, at -> new GlobalHeap(file, at)), index, length));
    }
    return texts;
  }

  private static String text(GlobalHeap heap, int index, int length) {
    ByteBuffer value = heap.getObjectData(index);
    byte[] text = new byte[Math.min(length, value.remaining())];
    value.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static InvalidHdfException unreadable(String name, String group) {
    return new InvalidHdfException(
        "the attribute '%s' of the group '%s' has no texts".formatted(name, group));
  }
}

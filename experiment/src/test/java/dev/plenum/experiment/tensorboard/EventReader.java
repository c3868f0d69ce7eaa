package dev.plenum.experiment.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads event files as TensorBoard does, and shares no code with what writes them: the check sum is
 * computed bit by bit from its polynomial, messages are taken apart by the numbers of their fields.
 */
final class EventReader {
  private EventReader() {}

  /** Fields by number; a varint or fixed number as a Long, all else as bytes. */
  private static final class Message {
    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    Message(byte[] data) {
      ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
      while (in.hasRemaining()) {
        long key = varint(in);
        Object value = switch ((int) (key & 7)) {
          case 0 -> varint(in);
          case 1 -> in.getLong();
          case 2 -> {
            byte[] bytes = new byte[(int) varint(in)];
            in.get(bytes);
            yield bytes;
          }
          default -> throw new AssertionError("wire type of key " + key);
        };
        fields.computeIfAbsent((int) (key >> 3), field -> new ArrayList<>()).add(value);
      }
    }

    private static long varint(ByteBuffer in) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = in.get();
        value |= (long) (next & 127) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    List<Object> all(int field) {
      return fields.getOrDefault(field, List.of());
    }

    long number(int field) {
      return all(field).isEmpty() ? 0 : (long) all(field).get(0);
    }

    byte[] bytes(int field) {
      return (byte[]) all(field).get(0);
    }

    String text(int field) {
      return new String(bytes(field), StandardCharsets.UTF_8);
    }

    Message message(int field) {
      return new Message(bytes(field));
    }
  }

  /** {@code epoch_loss@0=0.5} of all files of a folder, in their order, each begun by its version. */
  static List<String> values(Path folder) throws IOException {
    List<String> values = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        List<byte[]> records = records(Files.readAllBytes(file));
        assertEquals("brain.Event:2", new Message(records.get(0)).text(3));
        records.subList(1, records.size()).forEach(record -> values.addAll(scalars(record)));
      }
    }
    return values;
  }

  private static List<String> scalars(byte[] record) {
    Message event = new Message(record);
    double time = Double.longBitsToDouble(event.number(1));
    assertEquals(System.currentTimeMillis() / 1000.0, time, 600);
    List<String> values = new ArrayList<>();
    for (Object bytes : event.message(5).all(1)) {
      Message value = new Message((byte[]) bytes);
      Message tensor = value.message(8);
      assertEquals(1, tensor.number(1), "DT_FLOAT");
      assertEquals(0, tensor.bytes(2).length, "no dimensions");
      assertEquals("scalars", value.message(9).message(1).text(1));
      assertEquals(1, value.message(9).number(4), "DATA_CLASS_SCALAR");
      float scalar =
          ByteBuffer.wrap(tensor.bytes(4)).order(ByteOrder.LITTLE_ENDIAN).getFloat();
      values.add(value.text(1) + "@" + event.number(2) + "=" + scalar);
    }
    return values;
  }

  /** The records of a file, whose check sums must be right and which must end with the last of them. */
  static List<byte[]> records(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertEquals(masked(length), in.getInt(), "the check sum of a length");
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(data);
      assertEquals(masked(data), in.getInt(), "the check sum of data");
      records.add(data);
    }
    return records;
  }

  /** As RFC 3720 has CRC-32C, and TensorFlow its mask. */
  static int masked(byte[] bytes) {
    int crc = ~0;
    for (byte one : bytes) {
      crc ^= one & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
      }
    }
    crc = ~crc;
    return (crc >>> 15 | crc << 17) + 0xa282ead8;
  }
}

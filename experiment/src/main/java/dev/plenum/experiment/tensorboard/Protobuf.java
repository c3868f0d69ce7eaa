package dev.plenum.experiment.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes one message in the wire format of Protocol Buffers, field by field. */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A {@code double}. */
  Protobuf with(int field, double value) {
    key(field, FIXED64);
    bytes.writeBytes(ByteBuffer.allocate(Double.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putDouble(value)
        .array());
    return this;
  }

  /** An {@code int64} or an {@code enum}. */
  Protobuf with(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  /** A {@code string}. */
  Protobuf with(int field, String value) {
    return with(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A message within this one. */
  Protobuf with(int field, Protobuf value) {
    return with(field, value.toBytes());
  }

  /** {@code bytes}. */
  Protobuf with(int field, byte[] value) {
    key(field, LENGTH_DELIMITED);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private void key(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  /** Seven bits a byte, the lowest first; all but the last have their eighth bit set. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}

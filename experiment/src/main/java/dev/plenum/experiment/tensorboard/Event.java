package dev.plenum.experiment.tensorboard;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Map;

/**
 * TensorBoard's {@code Event} messages, as TensorFlow 2 writes them: a scalar is a tensor without
 * dimensions that belongs to the plug-in {@code scalars}.
 */
final class Event {
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;

  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int TENSOR = 8;
  private static final int METADATA = 9;

  private static final int DTYPE = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int TENSOR_CONTENT = 4;
  private static final long DT_FLOAT = 1;

  private static final int PLUGIN_DATA = 1;
  private static final int PLUGIN_NAME = 1;
  private static final int DATA_CLASS = 4;
  private static final long DATA_CLASS_SCALAR = 1;

  private Event() {}

  /** The first of every file. */
  static byte[] version(Instant time) {
    return at(time).with(FILE_VERSION, "brain.Event:2").toBytes();
  }

  /**
   * What was measured at one step: one event, so that a file which is cut off has all of it or nothing.
   *
   * @param step counts from 0
   * @param values by tag
   */
  static byte[] scalars(Instant time, long step, Map<String, Double> values) {
    Protobuf event = at(time);
    if (step != 0) { // what is 0 is left out, as proto3 has it
      event.with(STEP, step);
    }
    Protobuf summary = new Protobuf();
    values.forEach((tag, value) -> summary.with(VALUE, scalar(tag, value)));
    return event.with(SUMMARY, summary).toBytes();
  }

  private static Protobuf scalar(String tag, double value) {
    Protobuf tensor = new Protobuf()
        .with(DTYPE, DT_FLOAT)
        .with(TENSOR_SHAPE, new Protobuf())
        .with(
            TENSOR_CONTENT,
            ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat((float) value)
                .array());
    Protobuf metadata = new Protobuf()
        .with(PLUGIN_DATA, new Protobuf().with(PLUGIN_NAME, "scalars"))
        .with(DATA_CLASS, DATA_CLASS_SCALAR);
    return new Protobuf().with(TAG, tag).with(TENSOR, tensor).with(METADATA, metadata);
  }

  private static Protobuf at(Instant time) {
    return new Protobuf().with(WALL_TIME, time.getEpochSecond() + time.getNano() * 1e-9);
  }

  /**
   * The step of an event that has a summary; −1 of others.
   *
   * @throws BufferUnderflowException if it is cut off
   */
  static long stepOf(ByteBuffer event) {
    ByteBuffer rest = event.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long step = 0;
    boolean hasSummary = false;
    while (rest.hasRemaining()) {
      long key = varint(rest);
      switch ((int) (key & 7)) {
        case 0 -> step = key >>> 3 == STEP ? varint(rest) : skip(rest, step);
        case 1 -> rest.getLong();
        case 2 -> {
          hasSummary |= key >>> 3 == SUMMARY;
          long length = varint(rest);
          if (length < 0 || length > rest.remaining()) {
            throw new BufferUnderflowException();
          }
          rest.position(rest.position() + (int) length);
        }
        case 5 -> rest.getInt();
        default -> throw new BufferUnderflowException();
      }
    }
    return hasSummary ? step : -1;
  }

  private static long skip(ByteBuffer rest, long step) {
    varint(rest);
    return step;
  }

  private static long varint(ByteBuffer rest) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = rest.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new BufferUnderflowException();
  }
}

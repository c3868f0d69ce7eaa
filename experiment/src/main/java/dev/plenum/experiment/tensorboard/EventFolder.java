package dev.plenum.experiment.tensorboard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A folder of TensorBoard's event files, which it reads in the order of their names. A file is a
 * sequence of records, framed as in TensorFlow's record files: length, check sum of the length, data,
 * check sum of the data.
 *
 * @param path the folder
 */
record EventFolder(Path path) {
  private static final String PREFIX = "events.out.tfevents.";
  private static final int SECONDS_DIGITS = 10;
  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final long LARGEST_RECORD = 1 << 28;

  /** The names of TensorBoard's event files, in the order in which they are read. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(file -> file.getFileName().toString().contains("tfevents"))
          .sorted()
          .toList();
    }
  }

  /** A new file, which is read after those that are there, with nothing in it but its version. */
  Path newFile(Instant now) throws IOException {
    Files.createDirectories(path);
    long seconds = now.getEpochSecond();
    for (Path file : files()) {
      seconds = Math.max(seconds, secondsIn(file.getFileName().toString()) + 1);
    }
    Path file = path.resolve(String.format(
        Locale.ROOT,
        "%s%0" + SECONDS_DIGITS + "d.plenum.%d.0.v2",
        PREFIX,
        seconds,
        ProcessHandle.current().pid()));
    Files.write(file, framed(Event.version(now)), StandardOpenOption.CREATE_NEW);
    return file;
  }

  private static long secondsIn(String name) {
    int end = PREFIX.length() + SECONDS_DIGITS;
    boolean isNumbered = name.startsWith(PREFIX)
        && name.length() > end
        && name.substring(PREFIX.length(), end).chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumbered ? Long.parseLong(name.substring(PREFIX.length(), end)) : 0;
  }

  /** Adds an event to a file, in one write. */
  static void append(Path file, byte[] event) throws IOException {
    Files.write(file, framed(event), StandardOpenOption.APPEND);
  }

  private static byte[] framed(byte[] data) {
    ByteBuffer frame =
        ByteBuffer.allocate(HEAD + data.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    frame.putLong(data.length);
    frame.putInt(checkSum(frame.array(), 0, Long.BYTES));
    frame.put(data);
    return frame.putInt(checkSum(data, 0, data.length)).array();
  }

  /** A CRC-32C, masked as TensorFlow masks those that stand beside their data. */
  private static int checkSum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  /** The largest step of which all files have a value, up to what is cut off in one; −1 of none. */
  long lastStep() throws IOException {
    long last = -1;
    for (Path file : files()) {
      try (InputStream in = Files.newInputStream(file)) {
        last = Math.max(last, lastStep(in));
      }
    }
    return last;
  }

  private static long lastStep(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file);
    long last = -1;
    while (true) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD)).order(ByteOrder.LITTLE_ENDIAN);
      if (head.remaining() < HEAD || !isSound(head.array(), Long.BYTES, head.getInt(Long.BYTES))) {
        return last;
      }
      long length = head.getLong();
      if (length < 0 || length > LARGEST_RECORD) {
        return last;
      }
      byte[] data = in.readNBytes((int) length);
      ByteBuffer tail =
          ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
      if (tail.remaining() < Integer.BYTES || !isSound(data, data.length, tail.getInt())) {
        return last;
      }
      try {
        last = Math.max(last, Event.stepOf(ByteBuffer.wrap(data)));
      } catch (BufferUnderflowException e) {
        return last;
      }
    }
  }

  private static boolean isSound(byte[] bytes, int length, int checkSum) {
    return checkSum(bytes, 0, length) == checkSum;
  }
}

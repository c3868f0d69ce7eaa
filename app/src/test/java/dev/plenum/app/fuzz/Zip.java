package dev.plenum.app.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Zips written by hand, so that every field of them can lie. */
final class Zip {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** An entry as its headers describe it. */
  static final class Entry {
    String name;
    byte[] content;
    int method;
    int flags;
    long crc;
    long compressed;
    long size;
    /** Where the directory says that the entry begins, if not where it does. */
    long offset = -1;

    private Entry(String name, byte[] content, int method, long crc, long size) {
      this.name = name;
      this.content = content;
      this.method = method;
      this.crc = crc;
      this.compressed = content.length;
      this.size = size;
    }

    static Entry stored(String name, byte[] content) {
      CRC32 crc = new CRC32();
      crc.update(content);
      return new Entry(name, content, STORED, crc.getValue(), content.length);
    }

    static Entry bomb(String name, Bomb bomb) {
      return new Entry(name, bomb.deflated(), DEFLATED, bomb.crc(), bomb.size());
    }

    Entry copy() {
      Entry copy = new Entry(name, content, method, crc, size);
      copy.compressed = compressed;
      copy.flags = flags;
      return copy;
    }
  }

  private Zip() {}

  /** The entries of an intact zip. */
  static List<Entry> entries(byte[] zip) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        entries.add(Entry.stored(e.getName(), in.readAllBytes()));
      }
    }
    return entries;
  }

  static byte[] write(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      long offset = entry.offset < 0 ? out.size() : entry.offset;
      out.writeBytes(header(entry, 0x04034b50, 30, 0));
      out.writeBytes(name(entry));
      out.writeBytes(entry.content);
      directory.writeBytes(header(entry, 0x02014b50, 46, offset));
      directory.writeBytes(name(entry));
    }
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0, 0x06054b50).putShort(8, (short) entries.size());
    end.putShort(10, (short) entries.size()).putInt(12, directory.size()).putInt(16, out.size());
    return Damage.joined(out.toByteArray(), directory.toByteArray(), end.array());
  }

  private static byte[] header(Entry entry, int signature, int length, long offset) {
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    boolean directory = length == 46;
    int at = directory ? 6 : 4; // The directory also has the version of what wrote it.
    header.putInt(0, signature);
    header.putShort(at, (short) 20).putShort(at + 2, (short) entry.flags);
    header.putShort(at + 4, (short) entry.method);
    header.putInt(at + 10, (int) entry.crc).putInt(at + 14, (int) entry.compressed);
    header.putInt(at + 18, (int) entry.size).putShort(at + 22, (short) name(entry).length);
    if (directory) {
      header.putInt(42, (int) offset);
    }
    return header.array();
  }

  private static byte[] name(Entry entry) {
    return entry.name.getBytes(StandardCharsets.UTF_8);
  }
}

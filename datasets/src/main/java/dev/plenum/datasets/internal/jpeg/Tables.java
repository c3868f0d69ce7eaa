package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tables that a file has set so far; later ones replace earlier ones. */
final class Tables {
  /** Of each kind. */
  static final int COUNT = 4;

  private static final int CLASS_AC = 1;

  private final int[] @Nullable [] quantization = new int[COUNT][];
  private final @Nullable HuffmanTable[] dc = Arrays.copyOf(StandardTables.DC, COUNT);
  private final @Nullable HuffmanTable[] ac = Arrays.copyOf(StandardTables.AC, COUNT);

  /** Reads a segment of quantization tables. */
  void readQuantization(ByteBuffer in) throws JpegException {
    while (in.hasRemaining()) {
      int head = in.get() & 0xff;
      boolean wide = head >>> 4 != 0;
      if (in.remaining() < (wide ? 2 : 1) * Block.SIZE) {
        throw new JpegException("a quantization table is cut off");
      }
      int[] table = new int[Block.SIZE];
      for (int k = 0; k < table.length; k++) {
        table[Block.place(k)] = wide ? in.getShort() & 0xffff : in.get() & 0xff;
      }
      quantization[number(head & 15)] = table;
    }
  }

  /** Reads a segment of Huffman tables. */
  void readHuffman(ByteBuffer in) throws JpegException {
    while (in.hasRemaining()) {
      int head = in.get() & 0xff;
      if (head >>> 4 > CLASS_AC) {
        throw new JpegException("a Huffman table is of class " + (head >>> 4));
      }
      HuffmanTable table = HuffmanTable.read(in);
      (head >>> 4 == CLASS_AC ? ac : dc)[number(head & 15)] = table;
    }
  }

  private static int number(int number) throws JpegException {
    if (number >= COUNT) {
      throw wrongNumber(number);
    }
    return number;
  }

  static JpegException wrongNumber(int number) {
    return new JpegException("a table has the number " + number + ", expected 0 to 3");
  }

  /** In rows. */
  int[] quantization(int number) throws JpegException {
    int[] table = quantization[number];
    if (table == null) {
      throw new JpegException("the quantization table " + number + " is missing");
    }
    return table;
  }

  HuffmanTable dc(int number) throws JpegException {
    return require(dc, number);
  }

  HuffmanTable ac(int number) throws JpegException {
    return require(ac, number);
  }

  private static HuffmanTable require(@Nullable HuffmanTable[] tables, int number)
      throws JpegException {
    HuffmanTable table = tables[number(number)];
    if (table == null) {
      throw new JpegException("the Huffman table " + number + " is missing");
    }
    return table;
  }
}

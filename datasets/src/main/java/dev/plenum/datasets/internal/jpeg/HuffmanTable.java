package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A Huffman code: symbols of 8 bits by codes of 1 to 16 bits. Immutable. */
final class HuffmanTable {
  private static final int LONGEST = 16;
  /** Codes up to this length are found by one look into a table. */
  private static final int SHORT = 9;

  /** Symbol and, above it, length of the code that begins so; 0 if it is a longer one. */
  private final short[] shortCodes = new short[1 << SHORT];
  /** For each length, the first code that is too large for it, in 16 bits. */
  private final int[] ends = new int[LONGEST + 1];
  /** For each length, what to add to a code to get the place of its symbol. */
  private final int[] offsets = new int[LONGEST + 1];

  private final byte[] symbols;

  /**
   * Makes the code.
   *
   * @param counts of the codes of 1, 2, … 16 bits
   * @param symbols in the order of the codes
   * @throws JpegException if there are more codes of a length than can be
   */
  HuffmanTable(byte[] counts, byte[] symbols) throws JpegException {
    this.symbols = symbols;
    int code = 0;
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int count = counts[length - 1] & 0xff;
      if (code + count > 1 << length) {
        throw new JpegException("a Huffman table has too many codes");
      }
      offsets[length] = next - code;
      for (int i = 0; i < count && length <= SHORT; i++) {
        fillShortCodes(code + i, length, symbols[next + i]);
      }
      code += count;
      next += count;
      ends[length] = code << (LONGEST - length);
      code <<= 1;
    }
  }

  private void fillShortCodes(int code, int length, byte symbol) {
    int from = code << (SHORT - length);
    int to = (code + 1) << (SHORT - length);
    Arrays.fill(shortCodes, from, to, (short) (length << Byte.SIZE | (symbol & 0xff)));
  }

  /** Reads a table: 16 counts, then the symbols. */
  static HuffmanTable read(ByteBuffer in) throws JpegException {
    byte[] counts = new byte[LONGEST];
    require(in, counts.length);
    in.get(counts);
    int total = 0;
    for (byte count : counts) {
      total += count & 0xff;
    }
    require(in, total);
    byte[] symbols = new byte[total];
    in.get(symbols);
    return new HuffmanTable(counts, symbols);
  }

  private static void require(ByteBuffer in, int bytes) throws JpegException {
    if (in.remaining() < bytes) {
      throw new JpegException("a Huffman table is cut off");
    }
  }

  /** Reads the next symbol, 0 to 255. */
  int decode(BitReader in) throws JpegException {
    int next = in.peek(LONGEST);
    int found = shortCodes[next >>> (LONGEST - SHORT)];
    if (found != 0) {
      in.skip(found >>> Byte.SIZE);
      return found & 0xff;
    }
    int length = SHORT + 1;
    while (length <= LONGEST && next >= ends[length]) {
      length++;
    }
    if (length > LONGEST) {
      throw JpegException.wrongCode();
    }
    in.skip(length);
    return symbols[(next >>> (LONGEST - length)) + offsets[length]] & 0xff;
  }
}

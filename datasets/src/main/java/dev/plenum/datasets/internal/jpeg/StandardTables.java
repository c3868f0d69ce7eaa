package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The standard's typical Huffman tables (annex K.3); single frames of Motion JPEG leave them out. */
final class StandardTables {
  private static final String DC_LUMINANCE =
      "00010501010101010100000000000000" + "000102030405060708090a0b";
  private static final String DC_CHROMINANCE =
      "00030101010101010101010000000000" + "000102030405060708090a0b";
  private static final String AC_LUMINANCE = "0002010303020403050504040000017d"
      + "01020300041105122131410613516107227114328191a1082342b1c11552d1f0"
      + "2433627282090a161718191a25262728292a3435363738393a434445464748494a"
      + "535455565758595a636465666768696a737475767778797a838485868788898a"
      + "92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6"
      + "c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa";
  private static final String AC_CHROMINANCE = "00020102040403040705040400010277"
      + "000102031104052131061241510761711322328108144291a1b1c109233352f0"
      + "156272d10a162434e125f11718191a262728292a35363738393a434445464748"
      + "494a535455565758595a636465666768696a737475767778797a828384858687"
      + "88898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3"
      + "c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa";

  /** For destination 0 that of luminance, for 1 that of chrominance. */
  static final HuffmanTable[] DC = {parse(DC_LUMINANCE), parse(DC_CHROMINANCE)};

  /** For destination 0 that of luminance, for 1 that of chrominance. */
  static final HuffmanTable[] AC = {parse(AC_LUMINANCE), parse(AC_CHROMINANCE)};

  private StandardTables() {}

  private static HuffmanTable parse(String digits) {
    try {
      return HuffmanTable.read(ByteBuffer.wrap(HexFormat.of().parseHex(digits)));
    } catch (JpegException e) {
      throw new IllegalStateException("the standard's tables are valid", e);
    }
  }
}

package dev.plenum.app.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What can be wrong with HDF5: bytes, and numbers and addresses in its blocks. */
final class HdfDamage {
  /** How blocks begin: trees, nodes of them, heaps, object headers. */
  private static final Pattern BLOCK =
      Pattern.compile("TREE|SNOD|HEAP|GCOL|OHDR|\\x01\\x00[\\x01-\\x05]\\x00\\x01\\x00");

  private static final int BLOCK_BYTES = 80;

  private HdfDamage() {}

  static byte[] of(byte[] file, Chance chance) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
    if (blocks.isEmpty() || chance.oneIn(3)) {
      return Damage.of(file, chance);
    }
    byte[] damaged = file.clone();
    for (int i = chance.between(1, 3); i > 0; i--) {
      spoil(damaged, blocks, chance);
    }
    return damaged;
  }

  /** A number in a block becomes extreme, or the address of a block. */
  private static void spoil(byte[] file, List<MatchResult> blocks, Chance chance) {
    int width = 1 << chance.below(4);
    int start = Math.min(
        chance.of(blocks).start() + width * chance.below(BLOCK_BYTES / width), file.length - width);
    long value = chance.oneIn(2) ? chance.size() : chance.of(blocks).start();
    byte[] bytes = ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(0, value)
        .array();
    System.arraycopy(bytes, 0, file, start, width);
  }
}

package dev.plenum.datasets.internal.jpeg;

import java.util.Arrays;

/** The blocks of a sequential scan, which are whole. */
final class SequentialDecoder implements BlockDecoder {
  private static final int ZEROS_ONLY = 15;

  private final Component component;
  private final DcDifferences dc;
  private final HuffmanTable ac;
  private final InverseDct transform;
  private final int[] block = new int[Block.SIZE];

  SequentialDecoder(Component component, HuffmanTable dc, HuffmanTable ac, InverseDct transform) {
    this.component = component;
    this.dc = new DcDifferences(dc);
    this.ac = ac;
    this.transform = transform;
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void restart() {
    dc.restart();
  }

  @Override
  public void decode(BitReader in, int index) throws JpegException {
    int[] steps = component.quantization();
    Arrays.fill(block, 0);
    block[0] = dc.next(in) * steps[0];
    for (int k = 1; k < Block.SIZE; k++) {
      int symbol = ac.decode(in);
      int bits = symbol & 15;
      int zeros = symbol >>> 4;
      if (bits == 0 && zeros != ZEROS_ONLY) {
        break; // The rest of the block is zeros.
      }
      k += zeros;
      if (bits != 0) {
        if (k >= Block.SIZE) {
          throw JpegException.wrongCode();
        }
        int place = Block.place(k);
        block[place] = in.readSigned(bits) * steps[place];
      }
    }
    component.put(index, block, transform);
  }
}

package dev.plenum.augmentation;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** One digit 64 times, as the reference experiment's first 64 epochs see it. */
final class ContactSheet {
  private static final int TILES = 8;
  private static final int SCALE = 3;
  private static final int GAP = 2;
  private static final int SIDE = 28;
  private static final int STEP = SIDE * SCALE + GAP;
  private static final int GAP_COLOUR = 0x3070b0;

  private ContactSheet() {}

  /**
   * Draws it, each tile in a frame.
   *
   * @param image of 28 × 28 pixels from 0 to 1
   * @param index the image's index in its dataset
   */
  static BufferedImage draw(float[] image, int index) {
    int size = TILES * STEP + GAP;
    BufferedImage sheet = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    int[] gap = new int[size * size];
    Arrays.fill(gap, GAP_COLOUR);
    sheet.setRGB(0, 0, size, size, gap, 0, size);
    ImageAugmentation augmentation = ImageAugmentation.referenceExperiment();
    float[] tile = new float[image.length];
    for (int epoch = 0; epoch < TILES * TILES; epoch++) {
      CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(1), epoch, index);
      augmentation.apply(image.clone(), tile, 0, SampleDigit.SHAPE, random);
      place(tile, sheet, epoch % TILES, Math.floorDiv(epoch, TILES));
    }
    return sheet;
  }

  private static void place(float[] tile, BufferedImage sheet, int column, int row) {
    for (int y = 0; y < SIDE * SCALE; y++) {
      for (int x = 0; x < SIDE * SCALE; x++) {
        int grey = Math.round(255 * tile[(y / SCALE) * SIDE + x / SCALE]);
        sheet.setRGB(GAP + column * STEP + x, GAP + row * STEP + y, grey * 0x010101);
      }
    }
  }
}

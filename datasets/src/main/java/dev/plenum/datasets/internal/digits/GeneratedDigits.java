package dev.plenum.datasets.internal.digits;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.datasets.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The dataset that needs no file and no network: handwritten-looking digits. Image {@code i} of part
 * {@code p} (0 training, 1 test) follows from the seed and (p, i) alone, so that every machine and
 * any number of threads make the same bytes.
 */
public final class GeneratedDigits {
  /** What users call it. */
  public static final String NAME = "digits";

  static final int TRAINING_IMAGES = 10_000;
  static final int TEST_IMAGES = 2_000;

  /** The training part's coordinate. */
  static final int TRAINING = 0;

  /** The test part's coordinate. */
  static final int TEST = 1;

  private static final Seed SEED = Seed.seed(20_260_101);
  private static final Shape IMAGE = Shape.of(DigitImage.SIZE, DigitImage.SIZE, 1);
  private static final List<String> CLASS_NAMES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  private GeneratedDigits() {}

  /**
   * Draws 10,000 training and 2,000 test images of shape (28, 28, 1), white on black, of the classes
   * "0" … "9". They are the same at every call. The dataset's digest is the SHA-256 over the digests
   * of training and test images, one after the other, as hexadecimal digits.
   */
  public static TrainTest generate() {
    Dataset train = part(TRAINING, TRAINING_IMAGES);
    Dataset test = part(TEST, TEST_IMAGES);
    return new TrainTest(NAME, train, test, sha256(train.sha256() + test.sha256()));
  }

  /** The first images of a part, drawn in parallel. */
  static Dataset part(int part, int count) {
    Glyphs glyphs = new Glyphs();
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED, part);
    byte[] pixels = new byte[count * IMAGE.size()];
    int[] labels = new int[count];
    IntStream.range(0, count).parallel().forEach(i -> {
      DigitImage image = DigitImage.draw(glyphs, random.at(i));
      image.copyTo(pixels, i * IMAGE.size());
      labels[i] = image.digit();
    });
    return new Dataset(IMAGE, pixels, labels, CLASS_NAMES);
  }

  private static String sha256(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(Sha256.newDigest().digest(bytes));
  }
}

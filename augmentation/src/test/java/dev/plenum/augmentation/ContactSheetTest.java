package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The picture in the documentation. To draw it anew, at the repository's root:
 *
 * <pre>
 * mvn -f augmentation test -Dtest=ContactSheetTest -Dplenum.draw=true
 * </pre>
 */
class ContactSheetTest {
  private static final File PICTURE = new File("../docs/augmentation.png");
  /** A five, the first of MNIST's training images. */
  private static final int DIGIT = 0;

  @Test
  void thePictureInTheDocumentationIsWhatTheAugmentationMakes() throws IOException {
    assumeTrue(
        Files.exists(SampleDigit.file()),
        () -> "MNIST is not at " + SampleDigit.file().toAbsolutePath()
            + "; set the property plenum.data.dir or the variable PLENUM_DATA_DIR");
    BufferedImage drawn = ContactSheet.draw(SampleDigit.read(DIGIT), DIGIT);
    if (Boolean.getBoolean("plenum.draw")) {
      ImageIO.write(drawn, "png", PICTURE);
    }
    BufferedImage kept = ImageIO.read(PICTURE);
    assertNotNull(kept);
    assertArrayEquals(pixels(drawn), pixels(kept));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}

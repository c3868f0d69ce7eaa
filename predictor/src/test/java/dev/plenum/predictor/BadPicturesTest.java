package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.network.Shape;
import dev.plenum.predictor.PictureRefusedException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BadPicturesTest {
  @TempDir
  private Path folder;

  private Predictor predictor;

  @BeforeEach
  void open() throws IOException {
    predictor = Predictor.of(Samples.model(folder, 1))
        .maxBytes(20_000)
        .maxPixels(10_000)
        .open(Backends.get("purejava"));
  }

  @AfterEach
  void stillAnswers() throws IOException {
    try (Predictor last = predictor) {
      assertTrue(last.classify(Samples.png(1)).best().probability() > 0);
      Statistics statistics = last.statistics();
      assertEquals(
          statistics.requests(),
          statistics.answered() + statistics.refused() + statistics.failed());
    }
  }

  private static String refused(Reason reason, Executable work) {
    PictureRefusedException e = assertThrows(PictureRefusedException.class, work);
    assertEquals(reason, e.reason());
    return String.valueOf(e.getMessage());
  }

  @Test
  void whatIsNoPictureIsRefused() {
    String text = refused(
        Reason.NO_PICTURE,
        () -> predictor.classify("hello there".getBytes(StandardCharsets.US_ASCII)));
    assertTrue(text.startsWith("the picture: expected a PNG, JPEG"), text);
    assertTrue(text.contains("found text that begins with 'hello"), text);
    String empty = refused(Reason.NO_PICTURE, () -> predictor.classify(new byte[0]));
    assertTrue(empty.contains("an empty file"), empty);
    refused(Reason.NO_PICTURE, () -> predictor.classify(folder));
    assertThrows(NoSuchFileException.class, () -> predictor.classify(folder.resolve("none.png")));
  }

  @Test
  void whatIsDamagedIsRefused() {
    byte[] png = Samples.png(1);
    for (int length = 1; length < png.length - 30; length += 7) {
      byte[] cut = Arrays.copyOf(png, length);
      refused(Reason.NO_PICTURE, () -> predictor.classify(cut));
    }
    byte[] flipped = png.clone();
    Arrays.fill(flipped, 45, 60, (byte) 0xff);
    refused(Reason.NO_PICTURE, () -> predictor.classify(flipped));
  }

  @Test
  void whatHasTooManyBytesIsRefusedAndNotReadToItsEnd() {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return 0x89;
      }
    };
    String message = refused(Reason.TOO_MANY_BYTES, () -> predictor.classify(endless));
    assertTrue(message.contains("more than 20000 bytes"), message);
    refused(Reason.TOO_MANY_BYTES, () -> predictor.classify(new byte[20_001]));
  }

  @Test
  void whatSaysThatItHasTooManyPixelsIsRefusedBeforeTheyAreDecoded() {
    byte[] large = Samples.png(new BufferedImage(101, 100, BufferedImage.TYPE_BYTE_BINARY));
    byte[] cut = Arrays.copyOf(large, 40); // the header is there, pixels are not
    String message = refused(Reason.TOO_MANY_PIXELS, () -> predictor.classify(cut));
    assertTrue(message.contains("100 x 101 pixels; at most 10000"), message);
    refused(
        Reason.TOO_MANY_PIXELS,
        () -> predictor.classify(new BufferedImage(101, 100, BufferedImage.TYPE_BYTE_GRAY)));
    refused(
        Reason.TOO_MANY_PIXELS,
        () -> predictor.classify(Shape.of(101, 100, 1), new byte[101 * 100]));
  }

  @Test
  void aStreamThatBreaksFailsWithItsOwnException() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    IOException e = assertThrows(IOException.class, () -> predictor.classify(broken));
    assertFalse(e instanceof PictureRefusedException);
    assertEquals("Stream closed", e.getMessage());
  }

  @Test
  void pixelsMustBeThoseOfTheirShape() {
    assertThrows(
        IllegalArgumentException.class,
        () -> predictor.classify(Shape.of(12, 12, 1), new byte[143]));
    assertThrows(
        IllegalArgumentException.class,
        () -> predictor.classify(Shape.of(12, 12, 2), new byte[288]));
  }

  @Test
  void theFutureHasWhatTheOtherThrows() {
    CompletionException e = assertThrows(
        CompletionException.class,
        () -> predictor.classifyAsync(new ByteArrayInputStream(new byte[3])).join());
    assertTrue(e.getCause() instanceof PictureRefusedException, e.toString());
  }
}

package dev.plenum.datasets.internal.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.internal.Sha256;
import dev.plenum.datasets.support.IdxBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JpegFileTest {
  private static final int HEIGHT = 19;
  private static final int WIDTH = 21;

  private static List<Sample> samples() {
    return Sample.all();
  }

  private static byte[] pixels(byte[] file) throws JpegException {
    return JpegFile.open(file).pixels();
  }

  private static String digest(byte[] pixels) {
    return HexFormat.of().formatHex(Sha256.newDigest().digest(pixels)).substring(0, 16);
  }

  private static void assertRefused(byte[] file, String part) {
    JpegException e = assertThrows(JpegException.class, () -> pixels(file));
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.toString());
  }

  /** The place behind these two bytes, at their last occurrence. */
  private static int behindLast(byte[] file, int marker) {
    for (int at = file.length - 2; at >= 0; at--) {
      if (file[at] == (byte) 0xff && file[at + 1] == (byte) marker) {
        return at + 2;
      }
    }
    throw new AssertionError("no marker " + marker);
  }

  private static byte[] inserted(byte[] file, int at, byte[] more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    out.writeBytes(more);
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyKindHasThePixelsThatLibjpegGives(Sample sample) throws JpegException {
    JpegFile file = JpegFile.open(sample.bytes());
    assertEquals(WIDTH, file.width());
    assertEquals(HEIGHT, file.height());
    assertEquals(sample.name().equals("grey") ? 1 : 3, file.channels());
    assertEquals(sample.digest(), digest(file.pixels()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileThatIsCutOffAnywhereHasAllItsPixelsOrIsRefused(Sample sample) throws JpegException {
    byte[] whole = pixels(sample.bytes());
    int refused = 0;
    for (int length = 2; length < sample.bytes().length; length++) {
      byte[] cut = Arrays.copyOf(sample.bytes(), length);
      try {
        assertArrayEquals(whole, pixels(cut), "cut off at " + length);
      } catch (JpegException e) {
        refused = length;
      }
    }
    assertTrue(refused > sample.bytes().length - 8, "all of the data is needed: " + refused);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsBeforeAndBehindTheEndMarkerDoesNotMatter(Sample sample) throws JpegException {
    int end = behindLast(sample.bytes(), Marker.EOI);
    byte[] more = {1, 2, 3, (byte) 0xff, 0, (byte) 0xff, (byte) 0xff};

    byte[] before = inserted(sample.bytes(), end - 2, more);
    byte[] both = inserted(before, before.length, more);
    byte[] withoutEnd = Arrays.copyOf(sample.bytes(), end - 2);

    assertEquals(sample.digest(), digest(pixels(both)));
    assertEquals(sample.digest(), digest(pixels(withoutEnd)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void damageIsRefusedOrGivesOtherPixelsButNothingElse(Sample sample) throws JpegException {
    for (int round = 0; round < 300; round++) {
      byte[] damaged = sample.bytes().clone();
      byte[] noise = IdxBytes.random(6, round);
      for (int i = 0; i < noise.length; i += 2) {
        damaged[2 + Math.floorMod(31 * noise[i] + round, damaged.length - 2)] = noise[i + 1];
      }
      try {
        JpegFile file = JpegFile.open(damaged);
        if ((long) file.width() * file.height() < 1 << 20) {
          assertEquals(file.width() * file.height() * file.channels(), file.pixels().length);
        }
      } catch (JpegException e) {
        assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "c3, lossless",
    "c5, hierarchical",
    "c9, arithmetic coding",
    "ca, arithmetic coding",
    "cb, 'lossless, arithmetic coding'"
  })
  void kindsThatAreNotReadAreNamed(String marker, String kind) {
    byte[] file = Sample.bytes("full");
    file[behindLast(file, Marker.SOF0) - 1] = (byte) Integer.parseInt(marker, 16);
    assertRefused(file, "it is of a kind that is not read (" + kind + "); convert it to PNG");
  }

  @Test
  void twelveBitsAreRefused() {
    byte[] file = Sample.bytes("full");
    file[behindLast(file, Marker.SOF0) + 2] = 12;
    assertRefused(file, "its samples have 12 bits");
  }

  @Test
  void aProgressivePictureWithoutItsLastScanIsRefused() {
    byte[] file = Sample.bytes("progressive");
    byte[] cut = Arrays.copyOf(file, behindLast(file, Marker.SOS));
    cut[cut.length - 1] = (byte) Marker.EOI;
    assertRefused(cut, "it ends before the picture is whole");
  }

  @Test
  void aMissingRestartIntervalIsRefused() {
    byte[] file = Sample.bytes("restarts");
    file[behindLast(file, Marker.RST0) - 1] = (byte) (Marker.RST0 + 1);
    assertRefused(file, "between restart markers");
  }

  @Test
  void aHugePictureWithLittleDataIsRefusedAtOnce() {
    byte[] file = Sample.bytes("progressive");
    ByteBuffer.wrap(file).putShort(behindLast(file, Marker.SOF2) + 3, (short) 65_000);
    ByteBuffer.wrap(file).putShort(behindLast(file, Marker.SOF2) + 5, (short) 1_000);
    assertTimeout(Duration.ofSeconds(2), () -> assertRefused(file, "it is cut off"));
  }

  @Test
  void factorsThatDoNotDivideEachOtherAreRefused() {
    byte[] file = Sample.bytes("separate-scans");
    int components = behindLast(file, Marker.SOF0) + 8;
    file[components + 1] = 0x31;
    file[components + 4] = 0x21;
    // The blocks of another size are missing first; that is as good a reason.
    assertThrows(JpegException.class, () -> pixels(file));
  }
}

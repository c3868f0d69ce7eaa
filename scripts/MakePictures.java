import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What make-pictures starts. */
final class MakePictures {
  private static final int SIDE = 64;
  private static final int CHANNELS = 3;

  private MakePictures() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 3) {
      throw new IllegalArgumentException("make-pictures COUNT FOLDER [CLASSES]");
    }
    int count = Integer.parseInt(args[0]);
    Path folder = Path.of(args[1]);
    int classes = args.length == 3 ? Integer.parseInt(args[2]) : 10;
    for (int i = 0; i < classes; i++) {
      Files.createDirectories(folder.resolve("class" + i));
    }
    IntStream.range(0, count).parallel().forEach(i -> {
      Path file =
          folder.resolve(String.format(Locale.ROOT, "class%d/%07d.ppm", i % classes, i));
      try {
        Files.write(file, picture(i, i % classes, classes));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  /** A colour for each class, lighter towards one corner, and noise. */
  private static byte[] picture(int number, int label, int classes) {
    byte[] head =
        String.format(Locale.ROOT, "P6\n%d %d\n255\n", SIDE, SIDE).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[head.length + SIDE * SIDE * CHANNELS];
    System.arraycopy(head, 0, bytes, 0, head.length);
    SplittableRandom random = new SplittableRandom(number);
    int at = head.length;
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      int noise = random.nextInt();
      for (int channel = 0; channel < CHANNELS; channel++) {
        int colour = (label * 150 / classes + 50 * channel) % 150;
        bytes[at++] = (byte) (colour + pixel / SIDE / 2 + (noise >>> 8 * channel & 63));
      }
    }
    return bytes;
  }
}

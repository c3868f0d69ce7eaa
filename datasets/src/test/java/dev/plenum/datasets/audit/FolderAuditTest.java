package dev.plenum.datasets.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAuditTest {
  private static final int PLANTED = 100;

  @TempDir
  Path folder;

  /** A picture like no other: every pixel follows from the seed, as if by chance. */
  private static BufferedImage picture(int seed) {
    BufferedImage image = new BufferedImage(20, 16, BufferedImage.TYPE_INT_RGB);
    int state = seed * 0x9e3779b9 + 1;
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 20; x++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        image.setRGB(x, y, state & 0xffffff);
      }
    }
    return image;
  }

  private Path write(String name, int seed) throws IOException {
    return Pictures.write(folder.resolve(name), picture(seed));
  }

  private DatasetAudit audit() throws IOException {
    return Datasets.folder(folder).audit();
  }

  /** Of each kind of damage that is known to happen. */
  private static byte[] damaged(byte[] png, int kind) {
    byte[] bytes = png.clone();
    return switch (kind) {
      case 0 -> Arrays.copyOf(bytes, bytes.length / 2); // a download that was cut off
      case 1 -> new byte[0];
      case 2 -> "<html>404 Not Found</html>".getBytes(StandardCharsets.US_ASCII);
      case 3 -> {
        bytes[bytes.length / 2] ^= 0x40; // a flipped bit
        yield bytes;
      }
      default -> new byte[bytes.length]; // a hole after a crash
    };
  }

  @Test
  void allBrokenFilesAreNamedAtOnceWithReasons() throws IOException {
    TreeSet<String> planted = new TreeSet<>();
    for (int i = 0; i < 3 * PLANTED; i++) {
      Path file = write("train/%s/%s.png".formatted(i % 2 == 0 ? "cat" : "dog", i), i);
      if (i % 3 == 0) {
        Files.write(file, damaged(Files.readAllBytes(file), i / 3 % 5));
        planted.add(file.toString());
      }
    }

    DatasetAudit audit = audit();

    assertEquals(PLANTED, audit.brokenFiles().size());
    TreeSet<String> named = new TreeSet<>();
    audit.brokenFiles().forEach(line -> named.add(line.substring(0, line.indexOf(": "))));
    assertEquals(planted, named);
    assertTrue(
        audit.brokenFiles().stream().anyMatch(line -> line.contains("found an empty file")),
        audit.brokenFiles().toString());
    assertEquals(2 * PLANTED, audit.images());
    assertEquals(Map.of("train", List.of(100, 100)), audit.counts());
    assertTrue(audit.duplicates().isEmpty());
    assertTrue(audit.nearDuplicates().isEmpty());
    assertFalse(audit.isSound());
  }

  @Test
  void copiesAreFoundWhateverTheirFilesAreCalledAndCompressedBy() throws IOException {
    for (int i = 0; i < 2 * PLANTED; i++) {
      write("train/%s/%s.png".formatted(i % 2 == 0 ? "cat" : "dog", i), i);
      write("test/%s/%s.png".formatted(i % 2 == 0 ? "cat" : "dog", i), 1000 + i);
    }
    for (int i = 0; i < PLANTED; i++) {
      write("test/%s/copy-%s.bmp".formatted(i % 2 == 0 ? "cat" : "dog", i), i); // leaked
    }
    write("train/dog/also-a-cat.png", 1001);
    write("train/cat/also-a-dog.png", 1001);

    DatasetAudit audit = audit();

    assertEquals(PLANTED + 1, audit.duplicates().size());
    assertEquals(PLANTED + 1, audit.leaked());
    List<ImageGroup> contradictions =
        audit.duplicates().stream().filter(ImageGroup::isAcrossClasses).toList();
    assertEquals(1, contradictions.size());
    assertEquals(
        List.of("test/dog/1.png", "train/cat/also-a-dog.png", "train/dog/also-a-cat.png"),
        contradictions.get(0).images().stream().map(AuditedImage::name).sorted().toList());
    assertTrue(audit.brokenFiles().isEmpty());
    assertFalse(audit.isSound());
  }

  @Test
  void blankPicturesSizesAndNamesAreTold() throws IOException {
    write("train/Cat/1.png", 1);
    write("train/cat/2.png", 2);
    write("train/ice cream/3.png", 3);
    write("test/ice_cream/4.png", 4);
    Pictures.write(
        folder.resolve("train/Cat/white.png"),
        Pictures.plain(9, 8, BufferedImage.TYPE_INT_RGB, 0xffffff));
    BufferedImage faint = Pictures.plain(30, 30, BufferedImage.TYPE_INT_RGB, 0x808080);
    faint.setRGB(3, 4, 0x909090);
    Pictures.write(folder.resolve("train/cat/faint.png"), faint);
    Files.writeString(folder.resolve("train/cat/notes.txt"), "seen in May");

    DatasetAudit audit = audit();

    assertEquals(List.of("train/Cat/white.png"), names(audit.constant()));
    assertEquals(List.of("train/cat/faint.png"), names(audit.nearlyBlank()));
    assertEquals(
        List.of(List.of("Cat", "cat"), List.of("ice cream", "ice_cream")), audit.similarNames());
    assertEquals(new ImageSizes.Size(16, 20, 4), audit.sizes().sizes().get(0));
    assertEquals(3, audit.sizes().sizes().size());
    assertEquals(2, audit.sizes().grey());
    assertEquals(4, audit.sizes().colour());
    assertTrue(audit.isSound(), audit.brokenFiles().toString());
    assertEquals(2, samples(audit, "cat").size());
    assertTrue(samples(audit, "ice_cream").get(0).preview().isPresent());
  }

  private static List<AuditedImage> samples(DatasetAudit audit, String className) {
    return audit.samples().getOrDefault(className, List.of());
  }

  private static List<String> names(List<AuditedImage> images) {
    return images.stream().map(AuditedImage::name).toList();
  }

  @Test
  void anArchiveAndAListAreAuditedAsTheirFolder() throws IOException {
    for (int i = 0; i < 6; i++) {
      write("photos/%s/%s.png".formatted(i % 2 == 0 ? "cat" : "dog", i), i / 2);
    }
    Path list = folder.resolve("photos.csv");
    Files.writeString(
        list,
        "path,label,split\n"
            + IntStream.range(0, 6)
                .mapToObj(i -> "photos/%1$s/%2$s.png,%1$s,%3$s%n"
                    .formatted(i % 2 == 0 ? "cat" : "dog", i, i < 3 ? "train" : "val"))
                .reduce("", String::concat));

    assertEquals(3, audit().duplicates().size());
    DatasetAudit listed = Datasets.folder(list).audit();
    assertEquals(3, listed.duplicates().size());
    assertEquals(List.of("train", "validation"), List.copyOf(listed.counts().keySet()));
    assertEquals(1, listed.leaked());
  }

  @Test
  void samplesAreNeverMoreThanCanBeLookedAt() throws IOException {
    for (int i = 0; i < 60; i++) {
      write("train/%s/%s.png".formatted(i % 2 == 0 ? "cat" : "dog", i), i);
    }
    DatasetAudit audit = audit();
    assertEquals(
        List.of(12, 12), audit.samples().values().stream().map(List::size).toList());
    long distinct = Stream.of("cat", "dog")
        .flatMap(name -> samples(audit, name).stream())
        .distinct()
        .count();
    assertEquals(24, distinct);
  }
}

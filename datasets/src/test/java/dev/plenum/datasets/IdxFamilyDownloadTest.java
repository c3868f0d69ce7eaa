package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.internal.download.DownloadSettings;
import dev.plenum.datasets.support.Answers;
import dev.plenum.datasets.support.IdxBytes;
import dev.plenum.datasets.support.Mirror;
import dev.plenum.datasets.support.Mirror.Request;
import dev.plenum.datasets.support.SmallFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFamilyDownloadTest {
  private static final DownloadSettings QUICK =
      new DownloadSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(5));

  private static final String IMAGES = SmallFamily.TRAIN_IMAGES + ".gz";

  private final SmallFamily small = new SmallFamily();
  private final Mirror first = new Mirror();
  private final Mirror second = new Mirror();

  @TempDir
  Path cache;

  private IdxFamily family;
  private Path folder;

  IdxFamilyDownloadTest() throws IOException {}

  @BeforeEach
  void makeFamily() {
    first.serve(small);
    second.serve(small);
    folder = cache.resolve("small");
    family = IdxFamily.of(small.family())
        .cacheDir(cache)
        .mirrors(List.of(first.address(), second.address()))
        .settings(QUICK);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private static List<String> filesAskedOf(Mirror mirror) {
    return mirror.requests().stream().map(Request::file).toList();
  }

  private List<String> gzipNames() {
    return small.names().stream().map(name -> name + ".gz").toList();
  }

  private void assertCached() throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(
          gzipNames().stream().sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    for (String name : small.names()) {
      assertArrayEquals(small.gzipped(name), Files.readAllBytes(folder.resolve(name + ".gz")));
    }
  }

  @Test
  void theFourFilesAreDownloadedOnce() throws IOException {
    assertEquals(small.sha256(), family.load().sha256());
    assertEquals(folder, family.fetch());
    assertEquals(small.sha256(), family.load().sha256());

    assertCached();
    assertEquals(gzipNames(), filesAskedOf(first));
    assertEquals(List.of(), filesAskedOf(second));
  }

  @Test
  void progressNamesEachFile() throws IOException {
    List<String> heard = new ArrayList<>();

    family
        .progress((file, bytes, total) -> heard.add(file + " " + bytes + "/" + total))
        .fetch();

    for (String name : small.names()) {
      int length = small.gzipped(name).length;
      assertTrue(
          heard.contains(String.format(Locale.ROOT, "%s.gz %d/%d", name, length, length)),
          heard.toString());
    }
  }

  @Test
  void progressHearsOfTheEndAlsoOfADownloadThatFails() throws IOException {
    List<String> heard = new ArrayList<>();
    family.progress(ending(heard)).fetch();
    assertEquals("end", heard.get(heard.size() - 1));
    assertEquals(1, heard.stream().filter("end"::equals).count());

    heard.clear();
    Files.delete(folder.resolve(IMAGES));
    first.close();
    second.close();
    assertThrows(IOException.class, () -> family.progress(ending(heard)).fetch());
    assertEquals(List.of("end"), heard);
  }

  private static DownloadProgress ending(List<String> heard) {
    return new DownloadProgress() {
      @Override
      public void update(String file, long bytes, long total) {
        heard.add(file);
      }

      @Override
      public void end() {
        heard.add("end");
      }
    };
  }

  @Test
  void onlyWhatIsMissingIsDownloaded() throws IOException {
    small.writeGzipped(folder);
    Files.delete(folder.resolve(IMAGES));

    assertEquals(folder, family.fetch());

    assertCached();
    assertEquals(List.of(IMAGES), filesAskedOf(first));
  }

  @Test
  void aDamagedCachedFileIsDownloadedAgain() throws IOException {
    small.writeGzipped(folder);
    byte[] other = IdxBytes.gzip(IdxBytes.images(600, 6, 5, 99));
    byte[] cut = Arrays.copyOf(small.gzipped(SmallFamily.TEST_LABELS), 20);
    Files.write(folder.resolve(IMAGES), other);
    Files.write(folder.resolve(SmallFamily.TEST_LABELS + ".gz"), cut);

    assertEquals(small.sha256(), family.load().sha256());

    assertCached();
    assertEquals(List.of(IMAGES, SmallFamily.TEST_LABELS + ".gz"), filesAskedOf(first));
  }

  @Test
  void aDamagedCachedFileStaysUntilAGoodOneIsThere() throws IOException {
    small.writeGzipped(folder);
    byte[] damaged = {1, 2, 3};
    Files.write(folder.resolve(IMAGES), damaged);
    first.on(IMAGES, Answers.status(404));
    second.on(IMAGES, Answers.status(403));

    IOException e = assertThrows(IOException.class, family::load);

    assertTrue(String.valueOf(e.getMessage()).contains("HTTP status 403"), e.getMessage());
    assertArrayEquals(damaged, Files.readAllBytes(folder.resolve(IMAGES)));
  }

  @Test
  void whatIsNotThePublishedFileIsTakenFromTheNextMirror() throws IOException {
    byte[] packed = small.gzipped(SmallFamily.TRAIN_IMAGES);
    byte[] flipped = packed.clone();
    flipped[packed.length / 2] ^= 1;
    for (byte[] wrong : List.of(
        IdxBytes.gzip(IdxBytes.images(600, 6, 5, 99)),
        IdxBytes.gzip(IdxBytes.images(601, 6, 5, 1)),
        IdxBytes.gzip(small.unpacked(SmallFamily.TRAIN_LABELS)),
        Arrays.copyOf(packed, packed.length - 8),
        flipped,
        "<html>".getBytes(StandardCharsets.UTF_8))) {
      Files.deleteIfExists(folder.resolve(IMAGES));
      first.on(IMAGES, Answers.whole(wrong, Map.of()));

      family.fetch();

      assertCached();
    }
  }

  @Test
  void aFileThatTheServerUnpackedOnTheWayIsAccepted() throws IOException {
    first.on(IMAGES, Answers.proper(small.unpacked(SmallFamily.TRAIN_IMAGES)));

    assertEquals(small.sha256(), family.load().sha256());
    assertEquals(List.of(), filesAskedOf(second));
  }

  @Test
  void anEndlessFileIsNotWaitedFor() throws IOException {
    first.on(IMAGES, Answers.endless());

    assertEquals(small.sha256(), family.load().sha256());
  }

  @Test
  void aPackedBombIsNotUnpacked() throws IOException {
    byte[] start = Arrays.copyOf(small.unpacked(SmallFamily.TRAIN_IMAGES), 16);
    start[4] = 2; // 33 million images, a gigabyte
    first.on(IMAGES, Answers.proper(IdxBytes.gzip(Arrays.copyOf(start, 5_000_000))));
    second.on(IMAGES, Answers.status(404));

    IOException e = assertThrows(IOException.class, family::load);

    assertTrue(String.valueOf(e.getMessage()).contains("expected 18016 bytes"), e.getMessage());
    assertFalse(Files.exists(folder.resolve(IMAGES)));
  }
}

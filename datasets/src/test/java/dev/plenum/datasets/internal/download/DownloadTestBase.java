package dev.plenum.datasets.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.support.Answers;
import dev.plenum.datasets.support.IdxBytes;
import dev.plenum.datasets.support.Mirror;
import dev.plenum.datasets.support.Mirror.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two mirrors, of which the second is good unless it is told otherwise. */
abstract class DownloadTestBase {
  static final String FILE = "data.bin";
  static final int CUT = 150_000;
  static final Map<String, String> TAG = Map.of("ETag", Answers.ETAG);

  final byte[] content = IdxBytes.random(300_000, 1);
  final byte[] newVersion = IdxBytes.random(300_000, 2);
  final List<String> progress = new ArrayList<>();
  final Mirror first = new Mirror();
  final Mirror second = new Mirror();

  @TempDir
  Path folder;

  DownloadTestBase() throws IOException {}

  @BeforeEach
  void secondMirrorIsGood() {
    second.on(FILE, Answers.proper(content));
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  Path target() {
    return folder.resolve(FILE);
  }

  Downloader downloader(URI... mirrors) {
    return new Downloader(List.of(mirrors), patience(1000, 3));
  }

  static DownloadSettings patience(long millis, int attempts) {
    Duration patience = Duration.ofMillis(millis);
    return new DownloadSettings(patience, patience, attempts, Duration.ofMillis(5));
  }

  void download(Downloader downloader) throws IOException {
    downloader.download(
        FILE,
        content.length + 1000,
        this::problemOf,
        target(),
        (bytes, total) -> progress.add(bytes + "/" + total));
  }

  /** Both versions are good, but no mixture of them. */
  Optional<String> problemOf(Path file) throws IOException {
    byte[] found = Files.readAllBytes(file);
    boolean good = Arrays.equals(found, content) || Arrays.equals(found, newVersion);
    return good ? Optional.empty() : Optional.of("not the right bytes");
  }

  void downloadFromBoth() throws IOException {
    download(downloader(first.address(), second.address()));
  }

  void downloadFromFirst(Answer... answers) throws IOException {
    first.on(FILE, answers);
    download(downloader(first.address()));
  }

  String failureOfFirst(Answer... answers) {
    DownloadFailedException e =
        assertThrows(DownloadFailedException.class, () -> downloadFromFirst(answers));
    assertFalse(Files.exists(target()));
    return String.valueOf(e.getMessage());
  }

  void assertDelivered(byte[] expected) throws IOException {
    assertArrayEquals(expected, Files.readAllBytes(target()));
    assertEquals(List.of(target()), filesInFolder());
  }

  List<Path> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  static void assertContains(String message, String part) {
    assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
  }
}

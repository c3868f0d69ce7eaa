package dev.plenum.datasets.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.support.Answers;
import dev.plenum.datasets.support.IdxBytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloaderTest extends DownloadTestBase {
  DownloaderTest() throws IOException {}

  @Test
  void aFileIsMovedIntoPlaceWhenItIsComplete() throws IOException {
    downloadFromFirst(Answers.proper(content));

    assertDelivered(content);
    assertEquals("0/300000", progress.get(0));
    assertEquals("300000/300000", progress.get(progress.size() - 1));
  }

  @Test
  void aMissingFolderIsMade() throws IOException {
    first.on(FILE, Answers.proper(content));
    Path deep = folder.resolve("a/b/" + FILE);

    downloader(first.address())
        .download(FILE, 400_000, this::problemOf, deep, (bytes, total) -> {});

    assertArrayEquals(content, Files.readAllBytes(deep));
  }

  @Test
  void aMirrorThatAlwaysStallsIsGivenUp() throws IOException {
    first.on(FILE, Answers.stallAfter(CUT, content));
    Downloader downloader = new Downloader(List.of(first.address()), patience(300, 2));

    IOException e = assertThrows(DownloadFailedException.class, () -> download(downloader));

    assertContains(String.valueOf(e.getMessage()), "nothing came for 0.3 seconds");
    assertEquals(2, first.requests().size());
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
    first.on(FILE, Answers.silence());
    Downloader downloader = new Downloader(List.of(first.address()), patience(300, 1));

    IOException e = assertThrows(DownloadFailedException.class, () -> download(downloader));

    assertContains(String.valueOf(e.getMessage()), "no answer within 0.6 seconds");
    assertEquals(1, first.requests().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void aRefusalIsNotRetriedButTheNextMirrorIsAsked(int status) throws IOException {
    first.on(FILE, Answers.status(status));

    downloadFromBoth();

    assertDelivered(content);
    assertEquals(1, first.requests().size());
  }

  @Test
  void serverErrorsAreRetried() throws IOException {
    downloadFromFirst(Answers.status(500), Answers.status(503), Answers.proper(content));

    assertDelivered(content);
  }

  @Test
  void aMirrorThatDeliveredIsAskedFirstForTheNextFile() throws IOException {
    first.on(FILE, Answers.status(404));
    Downloader downloader = downloader(first.address(), second.address());

    download(downloader);
    download(downloader);

    assertEquals(1, first.requests().size());
    assertEquals(2, second.requests().size());
  }

  @Test
  void redirectionsAreFollowedButNeverFromHttpsToHttp() throws IOException {
    downloadFromFirst(Answers.redirect(second.address().resolve(FILE)));

    assertDelivered(content);
    // The JDK documents NORMAL as: always redirect, except from https to http.
    assertEquals(Redirect.NORMAL, Downloader.newClient(patience(1000, 3)).followRedirects());
  }

  @Test
  void endlessRedirectionIsAnError() {
    assertContains(
        failureOfFirst(Answers.redirect(first.address().resolve(FILE))), "HTTP status 302");
  }

  @Test
  void anEndlessFileIsBrokenOff() throws IOException {
    assertContains(
        failureOfFirst(Answers.endless()), "expected at most 301000 bytes, the server sends more");
    assertEquals(1, first.requests().size());
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void aFileThatIsAnnouncedAsTooLongIsNotRead() {
    byte[] tooLong = new byte[400_000];

    assertContains(
        failureOfFirst(Answers.proper(tooLong)),
        "expected at most 301000 bytes, the server sends 400000");
    assertEquals(List.of(), progress);
  }

  @Test
  void aCorruptFileIsReplacedFromTheNextMirror() throws IOException {
    first.on(FILE, Answers.proper(IdxBytes.random(300_000, 3)));

    downloadFromBoth();

    assertDelivered(content);
    assertEquals(1, first.requests().size());
  }

  @Test
  void whenAllFailEachIsListedAndTheOldFileStays() throws IOException {
    byte[] old = {1, 2, 3};
    Files.write(target(), old);
    first.on(FILE, Answers.status(403));
    second.on(FILE, Answers.proper(new byte[10]));
    URI dead = URI.create("http://127.0.0.1:1/files");

    DownloadFailedException e = assertThrows(
        DownloadFailedException.class,
        () -> download(downloader(first.address(), second.address(), dead)));

    String message = String.valueOf(e.getMessage());
    assertContains(message, "no mirror delivered data.bin");
    assertContains(message, first.address() + "data.bin: HTTP status 403");
    assertContains(message, second.address() + "data.bin: not the right bytes");
    assertContains(message, "http://127.0.0.1:1/files/data.bin: no connection: ");
    assertDelivered(old);
  }

  @Test
  void aFailureToWriteIsNotBlamedOnTheMirror() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[0]);

    IOException e = assertThrows(
        IOException.class,
        () -> downloader(first.address())
            .download(FILE, 400_000, this::problemOf, file.resolve(FILE), (bytes, total) -> {}));

    assertFalse(e instanceof DownloadFailedException);
    assertEquals(List.of(), first.requests());
  }

  @Test
  void anInterruptedDownloadEndsAndLeavesNothing() throws IOException {
    first.on(FILE, Answers.stallAfter(CUT, content));
    Downloader downloader = downloader(first.address());
    Thread.currentThread().interrupt();
    try {
      IOException e = assertThrows(IOException.class, () -> download(downloader));
      assertInstanceOf(InterruptedIOException.class, e);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void aListenersExceptionEndsTheDownloadAndLeavesNothing() throws IOException {
    first.on(FILE, Answers.proper(content));

    assertThrows(
        IllegalStateException.class,
        () -> downloader(first.address())
            .download(FILE, 400_000, this::problemOf, target(), (bytes, total) -> {
              throw new IllegalStateException("enough");
            }));

    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void partsThatKilledProcessesLeftAreDeletedAfterADay() throws IOException {
    Path old = Files.write(folder.resolve("other.bin.1.part"), new byte[5]);
    Path fresh = Files.write(folder.resolve(FILE + ".1.part"), new byte[5]);
    Instant twoDaysAgo = Instant.now().minus(Duration.ofDays(2));
    Files.setLastModifiedTime(old, FileTime.from(twoDaysAgo));

    downloadFromFirst(Answers.proper(content));

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh));
    assertArrayEquals(content, Files.readAllBytes(target()));
  }
}

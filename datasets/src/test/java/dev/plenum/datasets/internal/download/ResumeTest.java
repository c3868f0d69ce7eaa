package dev.plenum.datasets.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.support.Answers;
import dev.plenum.datasets.support.Mirror.Request;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest extends DownloadTestBase {
  ResumeTest() throws IOException {}

  private static void assertResumed(Request request, String ifRange) {
    assertEquals(ifRange, request.ifRange());
    String range = String.valueOf(request.range());
    assertTrue(range.matches("bytes=[1-9]\\d*-"), range);
    long from = Long.parseLong(range.substring("bytes=".length(), range.length() - 1));
    assertTrue(from <= CUT, range);
  }

  private static void assertStartedAgain(Request request) {
    assertEquals(new Request(FILE, null, null), request);
  }

  @Test
  void aCutOffFileIsResumedWithItsEntityTag() throws IOException {
    downloadFromFirst(Answers.cutAfter(CUT, content, TAG), Answers.proper(content));

    assertDelivered(content);
    assertResumed(first.requests().get(1), Answers.ETAG);
  }

  @Test
  void aCutOffFileIsResumedWithItsModificationDate() throws IOException {
    String date = "Tue, 15 Nov 1994 12:45:26 GMT";
    Map<String, String> dated = Map.of("Last-Modified", date);
    downloadFromFirst(Answers.cutAfter(CUT, content, dated), Answers.partAnyway(content, dated));

    assertDelivered(content);
    assertResumed(first.requests().get(1), date);
  }

  @Test
  void withAWeakEntityTagOrNoneACutOffFileIsStartedAgain() throws IOException {
    downloadFromFirst(
        Answers.cutAfter(
            CUT,
            content,
            Map.of("ETag", "W/\"v1\"", "Last-Modified", "Tue, 15 Nov 1994 12:45:26 GMT")),
        Answers.cutAfter(CUT, content, Map.of()),
        Answers.proper(content));

    assertDelivered(content);
    assertStartedAgain(first.requests().get(1));
    assertStartedAgain(first.requests().get(2));
  }

  @Test
  void aServerThatIgnoresRangesIsReadFromTheStart() throws IOException {
    downloadFromFirst(Answers.cutAfter(CUT, content, TAG), Answers.whole(content, TAG));

    assertDelivered(content);
    assertResumed(first.requests().get(1), Answers.ETAG);
  }

  @Test
  void aFileThatChangedBetweenTwoAttemptsIsNotMixed() throws IOException {
    downloadFromFirst(Answers.cutAfter(CUT, content, TAG), Answers.proper(newVersion, "\"v2\""));

    assertDelivered(newVersion);
  }

  @Test
  void aChangedFileIsNotMixedEvenIfTheServerIgnoresIfRange() throws IOException {
    downloadFromFirst(
        Answers.cutAfter(CUT, content, TAG),
        Answers.partAnyway(newVersion, Map.of("ETag", "\"v2\"")),
        Answers.proper(newVersion, "\"v2\""));

    assertDelivered(newVersion);
    assertStartedAgain(first.requests().get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes 7-299999/300000", "bytes 0-299999/999999", "nonsense"})
  void aWrongContentRangeIsNotUsed(String contentRange) throws IOException {
    downloadFromFirst(
        Answers.cutAfter(CUT, content, TAG),
        Answers.wrongPart(newVersion, contentRange),
        Answers.proper(content));

    assertDelivered(content);
    assertStartedAgain(first.requests().get(2));
  }

  @Test
  void aPartThatWasNotAskedForIsNotUsed() throws IOException {
    downloadFromFirst(
        Answers.wrongPart(newVersion, "bytes 0-299999/300000"), Answers.proper(content));

    assertDelivered(content);
  }

  @Test
  void aRefusedRangeIsStartedAgain() throws IOException {
    downloadFromFirst(
        Answers.cutAfter(CUT, content, TAG), Answers.status(416), Answers.proper(content));

    assertDelivered(content);
    assertStartedAgain(first.requests().get(2));
  }

  @Test
  void aStalledTransferIsBrokenOffAndResumed() throws IOException {
    downloadFromFirst(Answers.stallAfter(CUT, content), Answers.proper(content));

    assertDelivered(content);
    assertResumed(first.requests().get(1), Answers.ETAG);
  }

  @Test
  void anotherMirrorStartsFromTheBeginning() throws IOException {
    first.on(FILE, Answers.cutAfter(CUT, content, TAG));

    downloadFromBoth();

    assertDelivered(content);
    assertEquals(3, first.requests().size());
    assertStartedAgain(second.requests().get(0));
  }
}

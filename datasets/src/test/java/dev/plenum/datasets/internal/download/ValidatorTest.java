package dev.plenum.datasets.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static final String EARLIER = "Tue, 15 Nov 1994 12:45:26 GMT";
  private static final String LATER = "Tue, 15 Nov 1994 12:45:27 GMT";

  private static Optional<Validator> of(Map<String, String> headers) {
    return Validator.of(HttpHeaders.of(
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
        (name, value) -> true));
  }

  @Test
  void aStrongEntityTagIsUsed() {
    assertEquals(
        Optional.of(new Validator("\"abc\"")),
        of(Map.of("ETag", "\"abc\"", "Last-Modified", EARLIER, "Date", LATER)));
  }

  @Test
  void aWeakEntityTagForbidsResumingEvenWithADate() {
    assertEquals(
        Optional.empty(), of(Map.of("ETag", "W/\"abc\"", "Last-Modified", EARLIER, "Date", LATER)));
  }

  @Test
  void aModificationDateIsUsedIfItIsASecondOldOrMore() {
    assertEquals(
        Optional.of(new Validator(EARLIER)), of(Map.of("Last-Modified", EARLIER, "Date", LATER)));
    assertEquals(Optional.empty(), of(Map.of("Last-Modified", EARLIER, "Date", EARLIER)));
    assertEquals(Optional.empty(), of(Map.of("Last-Modified", LATER, "Date", EARLIER)));
    assertEquals(Optional.empty(), of(Map.of("Last-Modified", EARLIER)));
    assertEquals(Optional.empty(), of(Map.of("Last-Modified", "yesterday", "Date", LATER)));
  }

  @Test
  void withoutHeadersThereIsNone() {
    assertEquals(Optional.empty(), of(Map.of()));
  }
}

package dev.plenum.datasets.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {

  @Test
  void rangesWithAndWithoutTotalAreUnderstood() {
    assertEquals(
        Optional.of(new ContentRange(100, 199, 200)), ContentRange.parse("bytes 100-199/200"));
    assertEquals(Optional.of(new ContentRange(0, 0, -1)), ContentRange.parse(" Bytes 0-0/* "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes */200",
        "bytes 5-4/200",
        "bytes 100-200/200",
        "bytes -1-5/200",
        "items 1-2/3",
        "bytes 1-2",
        "bytes 1-99999999999999999999999/*"
      })
  void otherHeadersAreNot(String header) {
    assertEquals(Optional.empty(), ContentRange.parse(header));
  }
}

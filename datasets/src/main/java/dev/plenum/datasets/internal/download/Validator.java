package dev.plenum.datasets.internal.download;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What tells two versions of a file on one server apart, byte by byte: the value of If-Range.
 * RFC 9110, section 13.1.5: a strong entity tag; without any entity tag a modification date that is
 * strong by section 8.8.2.2, that is, at least a second before the answer's date.
 *
 * @param value as the server sent it
 */
record Validator(String value) {

  /** Of an answer's headers; empty if they allow no resuming. */
  static Optional<Validator> of(HttpHeaders headers) {
    Optional<String> tag = headers.firstValue("ETag");
    if (tag.isPresent()) {
      return tag.filter(value -> value.startsWith("\"")).map(Validator::new);
    }
    return headers
        .firstValue("Last-Modified")
        .filter(modified -> isStrong(modified, headers.firstValue("Date")))
        .map(Validator::new);
  }

  private static boolean isStrong(String modified, Optional<String> answered) {
    Optional<ZonedDateTime> latest = answered.flatMap(Validator::parse);
    return parse(modified)
        .flatMap(date -> latest.map(
            limit -> Duration.between(date, limit).compareTo(Duration.ofSeconds(1)) >= 0))
        .orElse(false);
  }

  private static Optional<ZonedDateTime> parse(String date) {
    try {
      return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

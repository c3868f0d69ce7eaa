package dev.plenum.datasets.internal.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a file an answer with status 206 holds.
 *
 * @param first the position of its first byte
 * @param last the position of its last byte
 * @param total the whole file's length, −1 if the server does not know it
 */
record ContentRange(long first, long last, long total) {
  /** At most 18 digits, which a long can hold. */
  private static final Pattern FORM =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);

  /** Parses the header Content-Range; empty if it is not a range of bytes. */
  static Optional<ContentRange> parse(String header) {
    Matcher matcher = FORM.matcher(header.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long total = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
    ContentRange range =
        new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), total);
    return range.isPossible() ? Optional.of(range) : Optional.empty();
  }

  private boolean isPossible() {
    return first <= last && (total < 0 || last < total);
  }
}

package dev.plenum.datasets.internal.download;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connectTimeout for a connection to a mirror
 * @param stallTimeout for an answer, and for the next bytes of it
 * @param attempts how often one mirror is tried for one file, at least 1
 * @param backOff the pause before the second attempt; doubled before each further one
 */
public record DownloadSettings(
    Duration connectTimeout, Duration stallTimeout, int attempts, Duration backOff) {

  /** Patient enough for a bad line: some 4 seconds of pauses for each mirror. */
  public static DownloadSettings defaults() {
    return new DownloadSettings(
        Duration.ofSeconds(10), Duration.ofSeconds(20), 4, Duration.ofMillis(500));
  }

  /** The pause after a failed attempt, counted from 1. */
  Duration pauseAfter(int attempt) {
    return backOff.multipliedBy(1L << (attempt - 1));
  }
}

package dev.plenum.datasets.internal.download;

import java.io.IOException;
import java.util.List;

/** No mirror delivered the file; the message lists each with its reason. */
public final class DownloadFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  DownloadFailedException(String fileName, List<String> failures) {
    super("no mirror delivered %s:%n  %s"
        .formatted(fileName, String.join(System.lineSeparator() + "  ", failures)));
  }
}

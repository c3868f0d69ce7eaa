package dev.plenum.datasets.internal.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Decides whether a downloaded file is what was asked for. */
@FunctionalInterface
public interface FileCheck {

  /**
   * What is wrong with it, if anything is.
   *
   * @throws IOException if it cannot be read
   */
  Optional<String> problemOf(Path file) throws IOException;
}

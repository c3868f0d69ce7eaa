package dev.plenum.datasets.internal.family;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.idx.IdxContent;
import dev.plenum.datasets.internal.idx.IdxKind;
import dev.plenum.datasets.internal.idx.IdxReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One file as its authors published it.
 *
 * @param name the unpacked file's: {@code train-images-idx3-ubyte}
 * @param kind what it holds
 * @param unpackedBytes the unpacked file's length
 * @param sha256 of the unpacked file, in hexadecimal digits; gzip wrappers differ between mirrors
 */
public record PublishedFile(String name, IdxKind kind, long unpackedBytes, String sha256) {

  /** The gzipped file's name. */
  public String gzipName() {
    return name + ".gz";
  }

  /**
   * Reads a copy of this file, gzipped or not.
   *
   * @throws InvalidFileException if it differs from what was published
   */
  public IdxContent readPublished(Path file) throws IOException {
    IdxContent content = IdxReader.read(file, kind, unpackedBytes);
    String found = content.sha256();
    if (!found.equals(sha256)) {
      throw new InvalidFileException(
          file,
          "the SHA-256 of the unpacked bytes should be %s, found %s".formatted(sha256, found));
    }
    return content;
  }
}

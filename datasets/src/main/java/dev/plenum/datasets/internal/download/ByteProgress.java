package dev.plenum.datasets.internal.download;

/** Hears how far a file is. */
@FunctionalInterface
public interface ByteProgress {

  /** Of {@code total} bytes, or of −1 if that is not known, so many are there. */
  void at(long bytes, long total);
}

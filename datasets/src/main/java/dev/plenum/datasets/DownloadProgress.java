package dev.plenum.datasets;

/** Hears how far a download is. Called on the thread that loads the dataset. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * Some bytes came.
   *
   * @param file the name of the file: {@code train-images-idx3-ubyte.gz}
   * @param bytes how many of its bytes are there; falls back when a download has to start again
   * @param total its length, −1 if the server does not say
   */
  void update(String file, long bytes, long total);

  /** No more is downloaded, whether all has come or not. */
  default void end() {}
}

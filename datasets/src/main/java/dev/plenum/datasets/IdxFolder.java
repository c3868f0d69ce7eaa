package dev.plenum.datasets;

import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.idx.IdxFiles;
import dev.plenum.datasets.internal.image.FolderReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder of IDX files as datasets in the form of MNIST come: images and labels for training and for
 * test, of whatever size and with up to 256 classes, which are called by their numbers. Names may be
 * those of MNIST, also with a dot ({@code t10k-images.idx3-ubyte}), or have the dataset's name before
 * them ({@code emnist-letters-test-images-idx3-ubyte}); each file may be gzipped. Labels may also be
 * tables as QMNIST has them ({@code idx2-int}). Immutable.
 *
 * <p>EMNIST's sets are known by their files' names ({@code emnist-letters-…}): their images, which are
 * stored column by column, are turned, and classes have their names, also where labels begin at 1. So
 * have those of KMNIST and K49, which are known by the folder's name.
 *
 * <p>The digest is that of {@link IdxFamily}: over the unpacked files.
 */
public final class IdxFolder implements DatasetSource {
  private final Path dir;

  private IdxFolder(Path dir) {
    this.dir = dir;
  }

  static IdxFolder of(Path dir) {
    return new IdxFolder(dir);
  }

  /**
   * {@return whether a folder holds a file that is called as such files are}
   *
   * @param dir a folder, whose own files are looked at, not those in folders within it
   * @throws IOException if it cannot be read
   */
  public static boolean isIn(Path dir) throws IOException {
    return IdxFiles.in(dir).isPresent();
  }

  /** The folder's own name. */
  @Override
  public String name() {
    return FolderReader.name(dir);
  }

  @Override
  public String form() {
    return "IDX files";
  }

  @Override
  public TrainTest load() throws IOException {
    return files().read(name());
  }

  @Override
  public TestImages loadTest() throws IOException {
    return files().readTest(name());
  }

  private IdxFiles files() throws IOException {
    return IdxFiles.in(dir).orElseThrow(() -> new IOException(dir + ": there are no IDX files"));
  }
}

package dev.plenum.datasets;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.digits.GeneratedDigits;
import dev.plenum.datasets.internal.family.Families;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The datasets there are.
 *
 * <pre>{@code
 * TrainTest mnist = Datasets.mnist().load(); // from the cache, else downloaded
 * Split split = mnist.train().split(1.0 / 6, seed(42));
 * }</pre>
 */
public final class Datasets {
  private Datasets() {}

  /**
   * {@return handwritten-looking digits drawn by Plenum itself, without any file or network: 10,000 training
   * and 2,000 test images of shape (28, 28, 1), the same on every machine}
   */
  public static DatasetSource digits() {
    return new Digits();
  }

  /** {@return MNIST: 60,000 training and 10,000 test images of handwritten digits of shape (28, 28, 1)} */
  public static IdxFamily mnist() {
    return IdxFamily.of(Families.mnist());
  }

  /** {@return Fashion-MNIST: 60,000 training and 10,000 test images of clothes of shape (28, 28, 1)} */
  public static IdxFamily fashionMnist() {
    return IdxFamily.of(Families.fashionMnist());
  }

  /**
   * {@return a folder of class-named folders of image files, an archive of one, or a list of image files}
   *
   * @param dir its path; nothing is read yet
   */
  public static ImageFolder folder(Path dir) {
    return ImageFolder.of(dir);
  }

  /**
   * {@return a folder of IDX files in the form of MNIST}
   *
   * @param dir its path; nothing is read yet
   */
  public static IdxFolder idxFolder(Path dir) {
    return IdxFolder.of(dir);
  }

  /**
   * {@return the dataset in a file or folder, of whatever {@link DatasetFormat} it is}
   *
   * @param path a relative one begins at the process's working directory
   * @throws java.util.NoSuchElementException if there is nothing, or it is of none of them
   * @throws IOException if it cannot be read
   */
  public static DatasetSource open(Path path) throws IOException {
    return DatasetSearch.at(path);
  }

  private record Digits() implements DatasetSource {
    @Override
    public String name() {
      return GeneratedDigits.NAME;
    }

    @Override
    public TrainTest load() {
      return GeneratedDigits.generate();
    }
  }
}

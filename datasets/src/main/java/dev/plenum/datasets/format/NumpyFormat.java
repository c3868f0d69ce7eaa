package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.internal.numpy.NumpyFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Arrays of NumPy: an archive ({@code .npz}), as Keras's {@code mnist.npz} is, or a folder of {@code
 * .npy} files. Arrays are known by their names: {@code x_train} and {@code y_train}, {@code x_test} and
 * {@code y_test}, {@code x_val} …, also {@code train_images} and {@code train_labels} …; or {@code x} and
 * {@code y} (or {@code images} and {@code labels}) for all images, of which a tenth becomes the test.
 *
 * <p>Images have the shape (n, h, w), (n, h, w, c), (n, c, h, w) with c 1 or 3, or (n, h · w) if they are
 * square. Pixels are whole numbers from 0 to 255 of any type, or floats: where none of the training
 * images' is above 1, they are from 0 to 1 in all parts, and become 255 times as much, rounded; else they
 * are whole numbers from 0 to 255. Anything else is refused. Labels have the shape (n) or (n, 1), and
 * classes are called by their numbers.
 */
public final class NumpyFormat implements DatasetFormat {
  @Override
  public String description() {
    return "NumPy's arrays x_train, y_train, x_test, y_test … in an .npz file or in a folder of .npy files";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return NumpyFiles.isDataset(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return new PartedSource("NumPy's arrays", path, NumpyFiles::read);
  }
}

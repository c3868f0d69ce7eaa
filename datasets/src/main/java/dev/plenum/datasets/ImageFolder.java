package dev.plenum.datasets;

import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.internal.audit.FolderAudit;
import dev.plenum.datasets.internal.image.Archives;
import dev.plenum.datasets.internal.image.FileTree;
import dev.plenum.datasets.internal.image.FolderReader;
import dev.plenum.datasets.internal.image.ImageReading;
import dev.plenum.datasets.internal.image.ImageSize;
import dev.plenum.datasets.internal.image.PackedTree;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.datasets.spi.PackedImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A folder of image files in class-named folders, a zip or tar archive (also gzipped) of one, which is
 * read without being unpacked to the disk, or a list of image files. Immutable.
 *
 * <p>The class folders are in folders for the parts of the dataset, {@code train/cat/1.png}, {@code
 * test/cat/2.png} …, or in the folder itself, {@code cat/1.png} …:
 *
 * <table>
 * <caption>What the images of each part are for</caption>
 * <tr><th>folders</th><th>training</th><th>validation</th><th>test</th></tr>
 * <tr><td>train, test</td><td>train</td><td>none of its own</td><td>test</td></tr>
 * <tr><td>train, val, test</td><td>train</td><td>val</td><td>test</td></tr>
 * <tr><td>train, val</td><td>train</td><td>none of its own</td><td>val</td></tr>
 * <tr><td>train alone, or class folders</td><td colspan="3">a tenth, chosen at random with the seed 42,
 * is for test, the others for training</td></tr>
 * </table>
 *
 * <p>Parts may also be called training, testing, valid and validation, each also with {@code _set}
 * behind it, in upper or lower case. A folder that alone is in the folder, as archives are often
 * unpacked, is looked into. Classes and images are in name order, by code points. Names mean the same
 * in every locale: they must be in UTF-8, and are composed (NFC).
 *
 * <p>Files are images of one of the {@linkplain ImageFiles#FORMATS formats} by their content, whatever
 * their names say, WebP only if it is lossless; of several pictures in a file the first counts, in its place on the file's canvas.
 * Hidden files and what systems leave behind ({@code __MACOSX}, {@code Thumbs.db} …) are ignored. A
 * file in a class folder whose ending says that it is no image, such as {@code notes.txt}, is left
 * out, with a warning in the log; all that is not an image otherwise, and an image outside of the class
 * folders, is an error. An image is grey if red, green and blue are equal everywhere; 16-bit samples
 * are rounded to 8 bits, transparency is laid over white, inks (CMYK) become R = (255 − C) (255 − K) /
 * 255, colour profiles and the camera's orientation are ignored (but a TIFF file is turned as it says,
 * and others if the {@link #preparation} asks for it).
 * A file has the same pixels on every machine. The dataset's {@link TrainTest#sha256} is over names and
 * bytes of the files, not over what size and channels make of them; {@link TrainTest#pictures} has the
 * digests of each file and of its pixels; a folder and its archives have the same.
 *
 * <p>A list is a CSV file whose header has a column {@code path} (or {@code file}, {@code filename},
 * {@code image} …), one called {@code label} or {@code class}, and perhaps {@code split} or {@code part}
 * with train, val or test, and {@code group} with what images that belong together share. Paths begin at the list's folder; images are in the order of the list, and
 * classes in that of their names, or of the numbers if all are whole numbers.
 */
public final class ImageFolder implements DatasetSource {
  private final Files files;
  private final ImageReading how;

  /** Where the image files are. */
  private record Files(Path place, String form, Opener opener) {
    @FunctionalInterface
    interface Opener {
      FileTree open() throws IOException;
    }
  }

  private ImageFolder(Files files, ImageReading how) {
    this.files = files;
    this.how = how;
  }

  static ImageFolder of(Path dir) {
    String form = "images that are files of their own, in class folders, an archive or a list";
    return new ImageFolder(new Files(dir, form, () -> Archives.open(dir)), ImageReading.STANDARD);
  }

  /**
   * {@return image files that lie in other files, such as the rows of a table} For readers of such files in
   * jars of their own.
   *
   * @param place the file or folder, whose name is the dataset's
   * @param form what it is, in a few words, see {@link DatasetSource#form}
   * @param packed opens it
   */
  public static ImageFolder of(Path place, String form, PackedImages.Opener packed) {
    return new ImageFolder(
        new Files(place, form, () -> new PackedTree(place, packed.open())), ImageReading.STANDARD);
  }

  /**
   * {@return the same with every image scaled to this size, as the {@link #preparation} says} The default is
   * the size of the first image.
   *
   * @param height in pixels
   * @param width in pixels
   * @throws IllegalArgumentException if a side is less than 1 or more than 16,384
   */
  public ImageFolder imageSize(int height, int width) {
    return new ImageFolder(files, how.size(new ImageSize(height, width)));
  }

  /**
   * {@return the same with images in grey or in colour} The default is grey if every image is grey, else
   * colour. Colour becomes grey as 0.299 R + 0.587 G + 0.114 B, unless the preparation says otherwise.
   *
   * @param channels 1 for grey, 3 for red, green and blue
   * @throws IllegalArgumentException for another number
   */
  public ImageFolder channels(int channels) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "images have 1 channel (grey) or 3 (red, green, blue), not " + channels);
    }
    return new ImageFolder(files, how.channels(channels));
  }

  /**
   * {@return the same with images brought to their size and colours in this way} Their digests are those of
   * the files as they are stored.
   *
   * @param preparation the default is {@link Preparation#standard}
   */
  public ImageFolder preparation(Preparation preparation) {
    return new ImageFolder(files, how.preparation(preparation));
  }

  /**
   * {@return the same with the decoded pixels kept there}
   *
   * @param storage the default is in memory
   */
  public ImageFolder storage(PixelStorage storage) {
    return new ImageFolder(files, how.place(storage.place()));
  }

  /**
   * {@return the same with images that belong together, such as all photos of one patient} No split parts
   * them, neither the one for the test nor that for validation.
   *
   * <p>A list of images may say the same in a column {@code group}.
   *
   * @param regex finds the group in a file's path in the folder, {@code train/cat/anna-1.png}: what its
   *     first parentheses hold, else all that it finds
   * @throws IllegalArgumentException if it is no regular expression
   */
  public ImageFolder groups(String regex) {
    try {
      return new ImageFolder(files, how.groups(Pattern.compile(regex)));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "a regular expression such as patient_[0-9]+, found '%s': %s"
              .formatted(regex, e.getDescription()),
          e);
    }
  }

  /** The name of the folder, archive or list. */
  @Override
  public String name() {
    return FolderReader.name(files.place());
  }

  @Override
  public String form() {
    return files.form();
  }

  /**
   * Reads all images.
   *
   * @throws IOException if files are no images or cannot be read, or the folder has another form; the
   *     message names all such files, the first 20 if there are more
   */
  @Override
  public TrainTest load() throws IOException {
    try (FileTree tree = files.opener().open()) {
      return reader(tree).read(name());
    }
  }

  /**
   * Reads the images to measure a model by: those of the part test, else val, else train, else all
   * class folders; also if there are few images, or of one class only.
   *
   * @throws IOException as {@link #load}
   */
  @Override
  public TestImages loadTest() throws IOException {
    try (FileTree tree = files.opener().open()) {
      return reader(tree).readTest(name());
    }
  }

  /**
   * Looks for what is wrong with the files, as they are stored: all of them are looked at, whatever is
   * wrong with others, and whether or not a model can be trained on them.
   *
   * @throws IOException if the folder has another form, or cannot be read
   */
  @Override
  public DatasetAudit audit() throws IOException {
    try (FileTree tree = files.opener().open()) {
      return FolderAudit.of(tree, files.place(), name(), form());
    }
  }

  private FolderReader reader(FileTree tree) {
    return new FolderReader(tree, files.place(), how);
  }
}

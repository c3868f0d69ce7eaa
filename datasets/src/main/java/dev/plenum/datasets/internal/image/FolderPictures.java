package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The files of a folder of pictures, an archive or a list, one by one: also of one that no model can be
 * trained on.
 */
public final class FolderPictures {
  private final FileTree tree;
  private final BadFiles bad;
  private final FolderListing listing;

  /**
   * Finds the files, and reads none.
   *
   * @param tree where everything is; is left open
   * @param root a folder of it, or a list
   * @throws IOException if the folder's form is wrong, or it cannot be read
   */
  public FolderPictures(FileTree tree, Path root) throws IOException {
    this.tree = tree;
    this.bad = new BadFiles(root);
    LeftOut leftOut = new LeftOut(tree, root);
    this.listing = ListedFiles.areIn(tree, root)
        ? ListedFiles.of(tree, root)
        : new FolderLister(FolderLayout.of(tree, root), bad, leftOut).forAudit();
    leftOut.warn();
  }

  /** The classes of all parts. */
  public List<String> classNames() {
    return listing.classNames();
  }

  /** The files, part by part, in order. */
  public List<File> files() {
    List<File> files = new ArrayList<>();
    for (Map.Entry<Part, List<LabelledFile>> part : listing.files().entrySet()) {
      part.getValue()
          .forEach(
              file -> files.add(new File(part.getKey(), file.path(), file.name(), file.label())));
    }
    return files;
  }

  /** What is in the folder that should not be there, each with the reason. */
  public List<String> misplaced() {
    return bad.messages();
  }

  /**
   * A file that should be a picture.
   *
   * @param path where it is
   * @param name its path in the dataset's folder, with slashes
   * @param label the index of its class
   */
  public record File(Part part, Path path, String name, int label) {}

  /**
   * What is in a file, not decoded.
   *
   * @throws IOException if it cannot be read, or does not begin as a picture does
   */
  public byte[] read(File file) throws IOException {
    return ImageDecoder.readBytes(tree, file.path());
  }

  /**
   * A picture as it is stored.
   *
   * @param bytes of the file
   * @throws IOException if it is not whole
   */
  public static PixelImage decode(File file, byte[] bytes) throws IOException {
    return ImageDecoder.decode(file.path(), bytes);
  }

  /**
   * What is made of a picture as it is stored, as soon as there is memory for it beside those that other
   * threads decode.
   *
   * @param bytes of the file
   * @param use is called with it
   * @throws IOException if it is not whole
   */
  public static <T> T decode(File file, byte[] bytes, Function<PixelImage, T> use)
      throws IOException {
    return ImageDecoder.decode(file.path(), bytes, use);
  }
}

package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Picture;
import dev.plenum.datasets.internal.FilesDigest;
import dev.plenum.datasets.internal.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads the files of a dataset one by one, and remembers what they were. */
final class PictureFiles {
  private final FileTree tree;
  private final BadFiles bad;
  private final FilesDigest digest = new FilesDigest();
  private final List<Picture> all = new ArrayList<>();

  PictureFiles(FileTree tree, BadFiles bad) {
    this.tree = tree;
    this.bad = bad;
  }

  /** The next image; empty if it cannot be used, which is remembered. */
  Optional<PixelImage> read(LabelledFile file) {
    try {
      byte[] bytes = ImageDecoder.readBytes(tree, file.path());
      PixelImage image = ImageDecoder.decode(file.path(), bytes);
      digest.add(file.name(), bytes);
      all.add(new Picture(file.name(), sha256(bytes), sha256(image.pixels())));
      return Optional.of(image);
    } catch (IOException e) {
      bad.add(e);
      return Optional.empty();
    }
  }

  /** An image that will be read in its turn. */
  Optional<PixelImage> peek(LabelledFile file) {
    return new PictureFiles(tree, new BadFiles(file.path())).read(file);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.newDigest().digest(bytes));
  }

  /** Identifies all files so far; to be asked for once. */
  String sha256() {
    return digest.sha256();
  }

  /** The files so far, in order. */
  List<Picture> all() {
    return List.copyOf(all);
  }
}

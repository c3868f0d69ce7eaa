package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.PictureList;
import dev.plenum.datasets.internal.FilesDigest;
import dev.plenum.datasets.internal.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a dataset on all cores, and remembers in their order what they were. */
final class PictureFiles {
  /** Of the heap, for files and images that wait until it is their turn. */
  private static final int PART_OF_HEAP = 8;

  private final FileTree tree;
  private final BadFiles bad;
  private final long imageBytes;
  private final FilesDigest digest = new FilesDigest();
  private final ByteBuffer digests;

  /** What became of a file: an image, or a failure. */
  private static final class Result {
    private final LabelledFile file;
    private final int index;
    private byte[] bytes = new byte[0];
    private byte[] sha256 = new byte[0];
    private byte[] pixelsSha256 = new byte[0];
    private @Nullable PixelImage image;
    private @Nullable IOException failure;

    private Result(LabelledFile file, int index) {
      this.file = file;
      this.index = index;
    }
  }

  /**
   * Will read so many files, at most.
   *
   * @param imageBytes what is kept of each
   */
  PictureFiles(FileTree tree, BadFiles bad, int most, long imageBytes) {
    this.tree = tree;
    this.bad = bad;
    this.imageBytes = imageBytes;
    this.digests = ByteBuffer.allocate(Math.multiplyExact(2 * PictureList.DIGEST_BYTES, most));
  }

  /** Looks at a file that was read. */
  @FunctionalInterface
  interface Check {
    /**
     * Refuses it if something is wrong; by any thread.
     *
     * @param index among the files that are read together
     */
    void check(int index) throws IOException;
  }

  /**
   * Reads the next files. Those that cannot be used are remembered, and left out.
   *
   * @param check looks at each file when it was read
   * @param prepare makes of each image what is kept of it; by any thread
   * @param taker gets that, in the order of the files
   */
  void read(
      List<LabelledFile> files,
      Check check,
      UnaryOperator<PixelImage> prepare,
      InOrder.Taker<PixelImage> taker)
      throws IOException {
    Iterator<Result> results = IntStream.range(0, files.size())
        .mapToObj(index -> begun(files.get(index), index))
        .iterator();
    InOrder.forEach(
        results,
        this::bytes,
        Runtime.getRuntime().maxMemory() / PART_OF_HEAP,
        result -> finished(result, check, prepare),
        result -> {
          if (result.image == null) {
            bad.add(Objects.requireNonNull(result.failure));
          } else {
            digest.add(result.file.name(), result.bytes);
            digests.put(result.sha256).put(result.pixelsSha256);
            taker.take(result.image);
          }
        });
  }

  /** Files in others are read in their order, or those would be read again and again. */
  private Result begun(LabelledFile file, int index) {
    Result result = new Result(file, index);
    if (tree != FileTree.DISK) {
      read(result);
    }
    return result;
  }

  private long bytes(Result begun) {
    try {
      long file = tree == FileTree.DISK ? tree.size(begun.file.path()) : begun.bytes.length;
      return imageBytes + file;
    } catch (IOException e) {
      return imageBytes; // it will be refused when it is read
    }
  }

  private void read(Result result) {
    try {
      result.bytes = ImageDecoder.readBytes(tree, result.file.path());
    } catch (IOException e) {
      result.failure = e;
    }
  }

  private Result finished(Result result, Check check, UnaryOperator<PixelImage> prepare) {
    if (tree == FileTree.DISK) {
      read(result);
    }
    if (result.failure == null) {
      decode(result, check, prepare);
    }
    return result;
  }

  private static void decode(Result result, Check check, UnaryOperator<PixelImage> prepare) {
    try {
      check.check(result.index);
      result.sha256 = sha256(result.bytes);
      result.image = ImageDecoder.decode(result.file.path(), result.bytes, image -> {
        result.pixelsSha256 = sha256(image.pixels());
        return prepare.apply(image);
      });
    } catch (IOException e) {
      result.failure = e;
    }
  }

  /** An image that will be read in its turn; empty if it cannot be used. */
  static Optional<PixelImage> peek(FileTree tree, LabelledFile file) {
    try {
      return Optional.of(
          ImageDecoder.decode(file.path(), ImageDecoder.readBytes(tree, file.path())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] sha256(byte[] bytes) {
    return Sha256.newDigest().digest(bytes);
  }

  /** Identifies all files so far; to be asked for once. */
  String sha256() {
    return digest.sha256();
  }

  /** The digests of each file and of its pixels, one behind the other; not copied. */
  byte[] digests() {
    return digests.array();
  }
}

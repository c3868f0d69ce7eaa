package dev.plenum.api.data;

import java.util.AbstractList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;

/** Many pictures in little memory: 64 bytes for each, and what their paths take. Immutable. */
public final class PictureList extends AbstractList<Picture> implements RandomAccess {
  /** The bytes of a digest. */
  public static final int DIGEST_BYTES = 32;

  private final List<String> paths;
  private final byte[] digests;

  /**
   * These pictures.
   *
   * @param paths of each; the list itself is kept, so it must not change any more
   * @param digests for each picture that of the file, then that of its pixels, see {@link Picture}; not
   *     copied either
   * @throws IllegalArgumentException if there are more or fewer digests than two for each path
   */
  public PictureList(List<String> paths, byte[] digests) {
    if (digests.length != 2L * DIGEST_BYTES * paths.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d pictures need %d bytes of digests, found %d",
          paths.size(),
          2L * DIGEST_BYTES * paths.size(),
          digests.length));
    }
    this.paths = paths;
    this.digests = digests;
  }

  @Override
  public Picture get(int index) {
    return new Picture(paths.get(index), digest(2 * index), digest(2 * index + 1));
  }

  private String digest(int number) {
    int from = number * DIGEST_BYTES;
    return HexFormat.of().formatHex(digests, from, from + DIGEST_BYTES);
  }

  @Override
  public int size() {
    return paths.size();
  }
}

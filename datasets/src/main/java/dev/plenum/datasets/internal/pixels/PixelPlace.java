package dev.plenum.datasets.internal.pixels;

import dev.plenum.datasets.internal.HeapRoom;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where pixels are to be kept.
 *
 * @param kind in memory or in a file
 * @param folder of such files; empty if there is no home folder
 * @param mostBytes how much they may take together
 */
public record PixelPlace(Kind kind, Optional<Path> folder, long mostBytes) {

  /** In memory or in a file. */
  public enum Kind {
    /** In memory. */
    MEMORY,
    /** In a file of the cache. */
    CACHE,
    /** In memory if they take at most half of it, else in a file. */
    AUTO
  }

  /** In memory, always. */
  public static final PixelPlace MEMORY = new PixelPlace(Kind.MEMORY, Optional.empty(), 0);

  /**
   * Whether so many bytes go to a file.
   *
   * @param whole all images, in colour unless they are known to be grey
   * @param largest those of the largest part, which must fit an array
   */
  public boolean isFile(long whole, long largest) {
    return switch (kind) {
      case MEMORY -> false;
      case CACHE -> true;
      case AUTO -> largest > HeapRoom.LONGEST_ARRAY || !HeapRoom.has(whole);
    };
  }
}

package dev.plenum.datasets;

import dev.plenum.api.service.NamedSettings;
import dev.plenum.datasets.internal.family.CacheLocation;
import dev.plenum.datasets.internal.pixels.PixelPlace;
import dev.plenum.datasets.internal.pixels.PixelPlace.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the decoded pixels of pictures are kept while they are used: in memory, or in a file that may be
 * larger than that. The bits of a training do not depend on it. Immutable.
 *
 * <p>Such a file is made at the first reading, and found again by the next if names, lengths and times
 * of last change of all pictures are the same, and the way they are read is too; then no picture is
 * opened. All of the file is verified by digests whenever it is used. Files are in the folder {@code
 * pixels} of the cache: {@code $XDG_CACHE_HOME/plenum}, else {@code ~/.cache/plenum}.
 */
public final class PixelStorage {
  /** As much as all files take together, unless {@link #mostBytes} says otherwise. */
  private static final long MOST_BYTES = 64L << 30;

  private static final String FOLDER = "pixels";

  private static final String ALLOWED =
      "memory, auto, cache, or one of the latter two with a folder and the gigabytes (GiB) that it may"
          + " take, such as cache:folder=pixels,gb=200";

  private final PixelPlace place;

  private PixelStorage(PixelPlace place) {
    this.place = place;
  }

  /** {@return pixel storage in memory} */
  public static PixelStorage memory() {
    return new PixelStorage(PixelPlace.MEMORY);
  }

  /** {@return pixel storage in a file; in memory where none can be written, but there is room for them} */
  public static PixelStorage cache() {
    return of(Kind.CACHE);
  }

  /** {@return pixel storage in memory if they take at most half of it, else in a file} */
  public static PixelStorage auto() {
    return of(Kind.AUTO);
  }

  /**
   * {@return the storage that a text stands for, as users write it}
   *
   * @param text {@code memory}, {@code cache} or {@code auto}, the latter two also with {@code folder} and
   *     {@code gb}: {@code cache:folder=/scratch/pixels,gb=200}
   * @param workingDirectory where a relative folder begins
   * @throws IllegalArgumentException if it is another text; the message is what can be given
   */
  public static PixelStorage parse(String text, Path workingDirectory) {
    List<NamedSettings> found = named(text);
    PixelStorage storage = ofName(found.get(0).name());
    Map<String, String> settings = new HashMap<>(found.get(0).settings());
    String folder = settings.remove("folder");
    String gigabytes = settings.remove("gb");
    boolean isMore = folder != null || gigabytes != null;
    if (found.size() > 1 || !settings.isEmpty() || (isMore && storage.isMemory())) {
      throw new IllegalArgumentException(ALLOWED);
    }
    if (folder != null) {
      storage = storage.folder(workingDirectory.resolve(folder));
    }
    return gigabytes == null ? storage : storage.mostBytes(bytes(gigabytes));
  }

  private static List<NamedSettings> named(String text) {
    try {
      return NamedSettings.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ALLOWED, e);
    }
  }

  private static PixelStorage ofName(String name) {
    return switch (name) {
      case "memory" -> memory();
      case "cache" -> cache();
      case "auto" -> auto();
      default -> throw new IllegalArgumentException(ALLOWED);
    };
  }

  private static long bytes(String gigabytes) {
    if (!gigabytes.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(ALLOWED);
    }
    return Long.parseLong(gigabytes) << 30;
  }

  private boolean isMemory() {
    return place.kind() == Kind.MEMORY;
  }

  private static PixelStorage of(Kind kind) {
    Optional<Path> folder = CacheLocation.ofProcess().map(cache -> cache.resolve(FOLDER));
    return new PixelStorage(new PixelPlace(kind, folder, MOST_BYTES));
  }

  /**
   * {@return the same with its files in this folder}
   *
   * @param folder need not exist
   */
  public PixelStorage folder(Path folder) {
    return new PixelStorage(new PixelPlace(place.kind(), Optional.of(folder), place.mostBytes()));
  }

  /**
   * {@return the same with so many bytes at most for all files in the folder} Those go first that were not
   * used for longest.
   *
   * @param bytes 64 GiB unless said otherwise
   * @throws IllegalArgumentException if it is less than 1
   */
  public PixelStorage mostBytes(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a cache takes at least 1 byte, not " + bytes);
    }
    return new PixelStorage(new PixelPlace(place.kind(), place.folder(), bytes));
  }

  PixelPlace place() {
    return place;
  }
}

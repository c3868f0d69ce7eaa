package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.PixelStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;

/** Files of the cache of pixels: damaged ones are made again, and the dataset stays as it was. */
final class PixelFileTarget implements Target {
  /** Where the head says how long the tail is, and where its digest begins. */
  private static final int TAIL_LENGTH_AT = 16;

  private static final int DIGEST_AT = 20;
  private static final int DIGEST = 32;
  /** Of the tail: two digests and four numbers. */
  private static final int FORM = 2 * DIGEST + 16;

  private final ImageTarget pictures;

  PixelFileTarget(ImageTarget pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "cached pixels";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path root = Files.createDirectory(folder.resolve("pictures"));
    for (String name : new String[] {"cat", "dog"}) {
      Path classFolder = Files.createDirectories(root.resolve(name));
      for (int i = 0; i < 3; i++) {
        Files.write(classFolder.resolve(i + ".png"), pictures.intact(chance));
      }
    }
    Path cache = folder.resolve("cache");
    ImageFolder dataset =
        Datasets.folder(root).imageSize(5, 4).storage(PixelStorage.cache().folder(cache));
    String good = dataset.load().pixelsSha256();
    Path file = only(cache);
    byte[] bytes = Files.readAllBytes(file);
    boolean isSealed = chance.oneIn(3);
    Files.write(file, isSealed ? sealed(bytes, chance) : Damage.of(bytes, chance));
    boolean isSame = dataset.load().pixelsSha256().equals(good);
    if (!isSame && !isSealed) {
      throw new IllegalStateException("damaged pixels were used");
    }
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  /** Other numbers and digests in the tail, with the digest of what it holds then. */
  private static byte[] sealed(byte[] bytes, Chance chance) {
    byte[] damaged = bytes.clone();
    int tail = ByteBuffer.wrap(bytes).getInt(TAIL_LENGTH_AT);
    int at = damaged.length - tail + (chance.oneIn(2) ? chance.below(tail) : chance.below(FORM));
    damaged[at] ^= (byte) (1 << chance.below(8));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(damaged, damaged.length - tail, tail);
      System.arraycopy(digest.digest(), 0, damaged, DIGEST_AT, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return damaged;
  }
}

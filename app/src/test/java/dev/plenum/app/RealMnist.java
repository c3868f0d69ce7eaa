package dev.plenum.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The real MNIST files, where this machine has them. */
public final class RealMnist {
  private RealMnist() {}

  /** The data directory; skips the test if there is none. */
  public static String dataDir() {
    String dir = Optional.ofNullable(System.getProperty("plenum.data.dir"))
        .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
        .orElse("../../shared/data");
    Path path = Path.of(dir).toAbsolutePath().normalize();
    assumeTrue(
        Files.isDirectory(path.resolve("mnist")),
        () -> "the real MNIST files are not in " + path + ": set PLENUM_DATA_DIR");
    return path.toString();
  }
}

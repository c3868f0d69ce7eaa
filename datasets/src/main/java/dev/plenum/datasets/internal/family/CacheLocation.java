package dev.plenum.datasets.internal.family;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where Plenum keeps downloaded data, by the XDG Base Directory Specification. */
public final class CacheLocation {
  private static final String FOLDER = "plenum";

  private CacheLocation() {}

  /** For this process; empty if there is no home folder. */
  public static Optional<Path> ofProcess() {
    return of(System::getenv, System.getProperty("user.home"));
  }

  /**
   * {@code $XDG_CACHE_HOME/plenum}, else {@code $HOME/.cache/plenum}, else {@code .cache/plenum} in
   * the home folder that the JVM knows. A path that is empty or not absolute is ignored, as the
   * specification demands.
   */
  static Optional<Path> of(UnaryOperator<@Nullable String> environment, @Nullable String userHome) {
    return absolute(environment.apply("XDG_CACHE_HOME"))
        .or(() -> absolute(environment.apply("HOME")).map(home -> home.resolve(".cache")))
        .or(() -> absolute(userHome).map(home -> home.resolve(".cache")))
        .map(cache -> cache.resolve(FOLDER));
  }

  private static Optional<Path> absolute(@Nullable String path) {
    if (path == null || path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(path)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}

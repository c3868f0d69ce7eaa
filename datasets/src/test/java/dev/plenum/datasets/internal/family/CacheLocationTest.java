package dev.plenum.datasets.internal.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CacheLocationTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();
  private static final String XDG = ROOT.resolve("xdg").toString();
  private static final String HOME = ROOT.resolve("home").toString();
  private static final String USER_HOME = ROOT.resolve("users").toString();

  private static Optional<Path> location(
      Map<String, String> environment, @Nullable String userHome) {
    return CacheLocation.of(environment::get, userHome);
  }

  @Test
  void theXdgFolderComesFirst() {
    assertEquals(
        Optional.of(Path.of(XDG, "plenum")),
        location(Map.of("XDG_CACHE_HOME", XDG, "HOME", HOME), USER_HOME));
  }

  @Test
  void aRelativeOrEmptyXdgFolderIsIgnored() {
    Optional<Path> inHome = Optional.of(Path.of(HOME, ".cache", "plenum"));

    assertEquals(inHome, location(Map.of("XDG_CACHE_HOME", "relative", "HOME", HOME), USER_HOME));
    assertEquals(inHome, location(Map.of("XDG_CACHE_HOME", "", "HOME", HOME), USER_HOME));
    assertEquals(inHome, location(Map.of("HOME", HOME), USER_HOME));
  }

  @Test
  void withoutHomeTheJvmsHomeFolderIsUsed() {
    assertEquals(
        Optional.of(Path.of(USER_HOME, ".cache", "plenum")), location(Map.of(), USER_HOME));
  }

  @Test
  void withoutAnyHomeThereIsNone() {
    assertEquals(Optional.empty(), location(Map.of("HOME", "\0"), "?"));
    assertEquals(Optional.empty(), location(Map.of(), null));
  }
}

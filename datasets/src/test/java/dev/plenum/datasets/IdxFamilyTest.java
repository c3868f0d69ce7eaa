package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.internal.family.Family.SystemPackage;
import dev.plenum.datasets.support.IdxBytes;
import dev.plenum.datasets.support.SmallFamily;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the files are looked for, without network. */
class IdxFamilyTest {
  private final SmallFamily small = new SmallFamily();

  @TempDir
  Path temp;

  private Path cache;
  private Path packaged;
  private IdxFamily family;

  @BeforeEach
  void makeFamily() {
    cache = temp.resolve("cache");
    packaged = temp.resolve("packaged");
    family = IdxFamily.of(
            small.family(Optional.of(new SystemPackage("dataset-small (Debian)", packaged))))
        .cacheDir(cache)
        .mirrors(List.of(URI.create("http://127.0.0.1:1/")));
  }

  private static String messageOf(IdxFamily family) {
    return String.valueOf(assertThrows(IOException.class, family::load).getMessage());
  }

  private static void assertContains(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }

  @Test
  void filesAreFoundInTheDataDirectorysFolderOfTheName() throws IOException {
    small.writeGzipped(temp.resolve("data/small"));
    IdxFamily inDataDir = family.dataDir(temp.resolve("data"));

    assertEquals(Optional.of(temp.resolve("data/small")), inDataDir.locate());
    assertEquals(temp.resolve("data/small"), inDataDir.fetch());
    assertEquals(small.sha256(), inDataDir.load().sha256());
    assertEquals("small", inDataDir.name());
  }

  @Test
  void unpackedFilesInTheDataDirectoryItselfWillDo() throws IOException {
    small.writeUnpacked(temp.resolve("data"));
    IdxFamily inDataDir = family.dataDir(temp.resolve("data"));

    assertEquals(Optional.of(temp.resolve("data")), inDataDir.locate());
    assertEquals(small.sha256(), inDataDir.load().sha256());
  }

  @Test
  void theDataDirectoryComesBeforeTheCache() throws IOException {
    small.writeGzipped(cache.resolve("small"));
    small.writeGzipped(temp.resolve("data/small"));
    Files.write(
        temp.resolve("data/small/t10k-images-idx3-ubyte.gz"),
        IdxBytes.gzip(IdxBytes.images(90, 6, 5, 77)));

    String digest = family.dataDir(temp.resolve("data")).load().sha256();

    assertFalse(digest.equals(small.sha256()));
  }

  @Test
  void anIncompleteDataDirectoryIsAnErrorThatSaysWhatWasLookedFor() throws IOException {
    small.writeGzipped(cache.resolve("small"));
    small.writeGzipped(temp.resolve("data/small"));
    Files.delete(temp.resolve("data/small/t10k-images-idx3-ubyte.gz"));
    IdxFamily inDataDir = family.dataDir(temp.resolve("data"));

    assertEquals(Optional.empty(), inDataDir.locate());
    assertContains(
        messageOf(inDataDir),
        "Small is not complete in the data directory " + temp.resolve("data"),
        temp.resolve("data/small") + " lacks t10k-images-idx3-ubyte;",
        temp.resolve("data") + " lacks train-images-idx3-ubyte, train-labels-idx1-ubyte,");
    assertThrows(IOException.class, inDataDir::fetch);
  }

  @Test
  void aMissingDataDirectoryIsAnError() {
    Path missing = temp.resolve("missing");

    assertContains(
        messageOf(family.dataDir(missing)), "the data directory " + missing + " is not there");
  }

  @Test
  void aDamagedFileInTheDataDirectoryIsAnError() throws IOException {
    small.writeGzipped(temp.resolve("data/small"));
    Path labels = temp.resolve("data/small/train-labels-idx1-ubyte.gz");
    Files.write(labels, small.gzipped(SmallFamily.TRAIN_IMAGES));

    assertContains(
        messageOf(family.dataDir(temp.resolve("data"))), labels.toString(), "expected labels");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theCacheIsUsedGzippedOrNot(boolean gzipped) throws IOException {
    if (gzipped) {
      small.writeGzipped(cache.resolve("small"));
    } else {
      small.writeUnpacked(cache.resolve("small"));
    }

    assertEquals(Optional.of(cache.resolve("small")), family.locate());
    assertEquals(cache.resolve("small"), family.fetch());
    assertEquals(small.sha256(), family.load().sha256());
  }

  @Test
  void withoutCacheTheSystemsPackageIsUsed() throws IOException {
    small.writeGzipped(packaged);

    assertEquals(Optional.of(packaged), family.locate());
    assertEquals(packaged, family.fetch());
    assertEquals(small.sha256(), family.load().sha256());
    assertFalse(Files.exists(cache));
  }

  @Test
  void aDamagedCacheIsPassedOverForTheSystemsPackage() throws IOException {
    small.writeGzipped(packaged);
    small.writeGzipped(cache.resolve("small"));
    Files.write(cache.resolve("small/t10k-labels-idx1-ubyte.gz"), new byte[] {1});

    assertEquals(packaged, family.fetch());
  }

  @Test
  void withNothingAnywhereNothingIsLocated() {
    assertEquals(Optional.empty(), family.locate());
  }

  @Test
  void theErrorOfAnImpossibleDownloadSaysWhatWasTriedAndWhatToDo() throws IOException {
    assertContains(
        messageOf(family),
        "Small could not be downloaded",
        "http://127.0.0.1:1/train-images-idx3-ubyte.gz: no connection",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz",
        System.lineSeparator() + "  To supply the files by hand",
        "into " + cache.resolve("small"),
        "--data-dir DIR",
        "install the package dataset-small (Debian)");
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.write(cache, new byte[0]);

    assertContains(
        messageOf(family), "could not be kept in the cache folder " + cache.resolve("small"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "relative/",
        "file:///tmp/",
        "http:/no-host",
        "https://example.org/?q=1",
        "https://example.org/#part"
      })
  void addressesThatAreNoFoldersOfTheWebAreRefused(String address) {
    IllegalArgumentException e = assertThrows(
        IllegalArgumentException.class, () -> family.mirrors(List.of(URI.create(address))));
    assertContains(String.valueOf(e.getMessage()), address);
  }

  @Test
  void noMirrorsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> family.mirrors(List.of()));
  }

  @Test
  void theKnownFamiliesHaveTheirNames() {
    assertEquals("mnist", Datasets.mnist().name());
    assertEquals("fashion-mnist", Datasets.fashionMnist().name());
  }
}

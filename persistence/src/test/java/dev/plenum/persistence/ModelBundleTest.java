package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelBundleTest {
  private static final ModelBundle PAIRS =
      new ModelBundle(new FileKind("pair", "plenum pair", "plenum-pair", 3), "pair.json");

  @TempDir
  private Path folder;

  private Path file;
  private final Map<String, SavedModel> models = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @BeforeEach
  void writeAGoodFile() throws IOException {
    file = folder.resolve("p.plenum");
    models.put("models/z.plenum", Samples.tiny());
    models.put("models/a.plenum", new Samples(5).model());
    PAIRS.write(file, JsonObject.empty().with("names", 2), models);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private Map<String, SavedModel> read() throws IOException {
    return PAIRS.read(file, (description, found) -> {
      assertEquals(2, description.object("names").required("names").intValue());
      return found;
    });
  }

  private void assertRefused(String problem) {
    String message = Refusals.messageOf(InvalidModelFileException.class, this::read);
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(problem), message);
  }

  /** Packs the entries anew, compressed as other programs do it. */
  private void repack() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private void put(String entry, String content) throws IOException {
    entries.put(entry, content.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    repack();
  }

  private void assertReadsBack() throws IOException {
    Map<String, SavedModel> found = read();
    assertEquals(List.copyOf(models.keySet()), List.copyOf(found.keySet()));
    models.forEach((name, model) -> {
      SavedModel back = Objects.requireNonNull(found.get(name));
      assertEquals(model.network(), back.network());
      assertEquals(model.weights().sha256(), back.weights().sha256());
    });
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    assertReadsBack();
    repack();
    assertReadsBack();
  }

  @Test
  void theSameContentGivesTheSameBytes() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    PAIRS.write(file, JsonObject.empty().with("names", 2), models);
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void eachModelIsAModelFileByItself() throws IOException {
    Path alone = folder.resolve("alone.plenum");
    ModelFile.write(alone, Samples.tiny());
    assertArrayEquals(Files.readAllBytes(alone), entries.get("models/z.plenum"));
  }

  @Test
  void aBundleIsToldFromOtherFiles() throws IOException {
    assertTrue(PAIRS.isWrittenIn(file));
    put("format.json", "{'format':'plenum-pair','version':99}");
    assertTrue(PAIRS.isWrittenIn(file));
    put("format.json", "{'format':'plenum-model','version':3}");
    assertFalse(PAIRS.isWrittenIn(file));
    put("format.json", "{}");
    assertFalse(PAIRS.isWrittenIn(file));
    entries.remove("format.json");
    repack();
    assertFalse(PAIRS.isWrittenIn(file));
    Files.writeString(file, "a text");
    assertFalse(PAIRS.isWrittenIn(file));
    assertFalse(PAIRS.isWrittenIn(folder));
    assertThrows(NoSuchFileException.class, () -> PAIRS.isWrittenIn(folder.resolve("no.plenum")));
  }

  @Test
  void aModelFileIsNoBundleAndABundleNoModelFile() throws IOException {
    String message =
        Refusals.messageOf(InvalidModelFileException.class, () -> ModelFile.read(file));
    assertTrue(message.contains("its format is 'plenum-pair', not 'plenum-model'"), message);
    ModelFile.write(file, Samples.tiny());
    assertRefused("its format is 'plenum-model', not 'plenum-pair'. "
        + "Give the path of a pair file, as 'plenum pair' writes it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "format.json | {'format':'plenum-pair','version':4} | it was written by a newer Plenum: its format has version 4, this Plenum knows versions up to 3. Update Plenum",
        "format.json | {'format':'plenum-pair','version':0} | its entry 'format.json': version: a version of at least 1",
        "pair.json | {'names':2.5} | its entry 'pair.json': names: a whole number of at most 2147483647 is needed, found 2.5. The file is damaged: get it again, or train the pair anew",
        "pair.json | {'names':2,'x':0} | its entry 'pair.json': unknown key 'x'; allowed: names",
        "pair.json | [ | its entry 'pair.json': not valid JSON",
        "models/z.plenum | x | its entry 'models/z.plenum' is not a model file, or only a part of one",
        "evil.class | x | its entry 'evil.class' is not a model file",
      })
  void aBadEntryIsNamedWithWhatIsWrong(String entry, String content, String problem)
      throws IOException {
    put(entry, content);
    assertRefused(problem);
  }

  @Test
  void aMissingDescriptionIsNamed() throws IOException {
    entries.remove("pair.json");
    repack();
    assertRefused("its entry 'pair.json' is missing");
  }

  @Test
  void whatTheInterpreterRefusesIsDamage() {
    String message = Refusals.messageOf(
        InvalidModelFileException.class,
        () -> PAIRS.read(file, (description, found) -> {
          throw new IllegalArgumentException("they differ");
        }));
    assertTrue(message.contains("its entries do not fit together: they differ. The file"), message);
  }

  @Test
  void damageWithinAModelIsFoundAndNamed() throws IOException {
    byte[] bytes = Objects.requireNonNull(entries.get("models/z.plenum"));
    entries.put("models/z.plenum", Arrays.copyOf(bytes, bytes.length / 2));
    repack();
    assertRefused("its entry 'models/z.plenum' is not a model file, or only a part of one");
    bytes[bytes.length / 2] ^= 1;
    entries.put("models/z.plenum", bytes);
    repack();
    assertRefused("its entry 'models/z.plenum' cannot be read as a model: ");
  }

  @Test
  void damageInTheWholeFileIsFound() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at += 97) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0xff;
      Files.write(file, bad);
      try {
        assertReadsBack();
      } catch (InvalidModelFileException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.toString());
      }
      Files.write(file, Arrays.copyOf(good, at));
      assertRefused("is not a pair file, or only a part of one");
    }
  }

  /** The JDK's own zip reader finds the end of the last whole model, and takes that for the file's. */
  @Test
  void aFileThatEndsAfterAModelIsNotTakenForThatModel() throws IOException {
    byte[] good = Files.readAllBytes(file);
    String text = new String(good, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("PK\5\6") + 22;
    for (int more : new int[] {0, 1, 100}) {
      Files.write(file, Arrays.copyOf(good, end + more));
      assertRefused("is not a pair file, or only a part of one: it");
      assertThrows(InvalidModelFileException.class, () -> ModelFile.read(file));
    }
  }

  /** Overwrites the size of an entry in the zip's directory. */
  private void claimSize(String entry, int size) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int directoryRecord = text.lastIndexOf(entry) - 46;
    assertEquals("PK\1\2", text.substring(directoryRecord, directoryRecord + 4));
    for (int i = 0; i < 4; i++) {
      bytes[directoryRecord + 24 + i] = (byte) (size >>> (8 * i));
    }
    Files.write(file, bytes);
  }

  @Test
  void aSizeThatIsALieIsRefused() throws IOException {
    for (int size : new int[] {0, 10, 500, 1 << 20}) {
      repack();
      claimSize("models/z.plenum", size);
      assertRefused("its entry 'models/z.plenum'");
    }
  }

  @Test
  void modelsThatCannotFitIntoMemoryAreRefusedUnread() throws IOException {
    repack();
    claimSize("models/z.plenum", 0x7fffffff);
    assertRefused("its models take 2048 MB, but this Java machine may use no more than ");
  }

  private static List<Path> temporaryFiles() throws IOException {
    String prefix = "plenum-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .toList();
    }
  }

  @Test
  void leavesNoTemporaryFiles() throws IOException {
    read();
    put("models/z.plenum", "x");
    assertRefused("models/z.plenum");
    assertEquals(List.of(), temporaryFiles());
  }
}

package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.tensor.NamedTensors;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not models, or not any more. */
class DamagedModelFileTest {
  @TempDir
  private Path folder;

  private Path file;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @BeforeEach
  void writeAGoodFile() throws IOException {
    file = folder.resolve("m.plenum");
    ModelFile.write(file, Samples.tiny());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private void put(String entry, String content) {
    entries.put(entry, content.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
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

  private String refusal() {
    String message =
        Refusals.messageOf(InvalidModelFileException.class, () -> ModelFile.read(file));
    assertTrue(message.startsWith(file.toString()), message);
    return message;
  }

  private void assertRefused(String problem) {
    String message = refusal();
    assertTrue(message.contains(problem), message);
  }

  @Test
  void aCommentThatIsNotUtf8IsRefused() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.ISO_8859_1)) {
      ZipEntry entry = new ZipEntry("network.json");
      entry.setComment("é");
      zip.putNextEntry(entry);
    }
    String message = refusal();
    assertTrue( // in our words, or in those of a JDK that looks itself
        message.contains("not UTF-8") || message.contains("bad entry name or comment"), message);
  }

  @Test
  void aFileThatAnotherProgramPackedAnewIsRead() throws IOException {
    repack();
    assertEquals(
        Samples.tiny().weights().sha256(), ModelFile.read(file).weights().sha256());
  }

  @Test
  void aMissingFileIsNamed() {
    file = folder.resolve("no.plenum");
    assertEquals(
        file + ": there is no such file",
        Refusals.messageOf(NoSuchFileException.class, () -> ModelFile.read(file)));
  }

  @Test
  void aFolderIsRefused() {
    file = folder;
    assertRefused("is not a file but a folder or a device; give the path of a model file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "just a text, no zip"})
  void whatIsNoZipIsRefused(String content) throws IOException {
    Files.writeString(file, content);
    assertRefused("is not a model file, or only a part of one");
  }

  @Test
  void aForeignZipIsRefused() throws IOException {
    entries.clear();
    put("readme.txt", "hello");
    repack();
    assertRefused("it is a zip without the entry 'format.json'. Give the path of a model file");
  }

  @Test
  void anEmptyZipIsRefused() throws IOException {
    entries.clear();
    repack();
    assertRefused("it is a zip without the entry 'format.json'");
  }

  @Test
  void anotherFormatOfOursIsRefused() throws IOException {
    put("format.json", "{'format':'plenum-committee','version':1}");
    repack();
    assertRefused("its format is 'plenum-committee', not 'plenum-model'. Give the path");
  }

  @Test
  void aNewerVersionAsksForAnUpdateWhateverElseItHas() throws IOException {
    put("format.json", "{'format':'plenum-model','version':6,'more':true}");
    put("new.bin", "x");
    entries.remove("network.json");
    repack();
    assertRefused(
        "it was written by a newer Plenum: its format has version 6, this Plenum knows versions up to 5. Update Plenum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "format.json | {'format':'plenum-model','version':0} | its entry 'format.json': version: a version of at least 1 is needed, found 0",
        "format.json | {'format':'plenum-model','version':1,'x':2} | its entry 'format.json': unknown key 'x'",
        "format.json | {'version':1} | its entry 'format.json': the key 'format' is missing",
        "network.json | {} | its entry 'network.json': the key 'input_shape' is missing",
        "network.json | {'input_shape':[1,2,1],'layers':[{'type':'Flatten'}]} | its entry 'network.json': a network must end in a Dense layer",
        "network.json | {'input_shape':[1,2,1],'layers':[{'type':'Flatten'},{'type':'Dense','units':3}]} | its entries do not fit together: the weights do not fit the network: 'dense/kernel' must have the shape (2, 3), found (2, 2)",
        "network.json | x | its entry 'network.json': not valid JSON at line 1, column",
        "optimizer.json | {'name':'adam'} | its entries do not fit together: the optimizer's slots do not fit the network: expected [dense/kernel/m,",
        "optimizer.json | {'name':'lamb'} | its entry 'optimizer.json': name: one of [adam, rmsprop, sgd] is needed, found \"lamb\"",
        "weights.safetensors | x | its entry 'weights.safetensors': a safetensors file begins with 8 bytes that say how long its header is, found only 1",
        "optimizer.safetensors | xxxxxxxxxxxx | its entry 'optimizer.safetensors': the header's length must be between 2 and 4 bytes",
        "preprocessing.json | {'input_shape':[1,2,3],'color_mode':'rgb','resize':'x','rescale':1,'normalization':'none'} | its entries do not fit together: the network takes images of shape (1, 2, 1), but they are made (1, 2, 3)",
        "labels.json | {} | its entry 'labels.json': a list […] is needed, found {}",
        "labels.json | ['cat',1] | its entry 'labels.json': [1]: a text is needed, found 1",
        "labels.json | ['cat'] | its entries do not fit together: the network tells 2 classes apart, found 1 names",
        "labels.json | ['cat','cat'] | its entries do not fit together: the names of the classes must all be different, found [cat, cat]",
        "provenance.json | [] | its entry 'provenance.json': an object {…} is needed, found []",
        "provenance.json | {'a':1,'a':2} | its entry 'provenance.json': not valid JSON",
      })
  void aBadEntryIsNamedWithWhatIsWrong(String entry, String content, String problem)
      throws IOException {
    put(entry, content);
    repack();
    assertRefused(problem);
    assertTrue(refusal().endsWith("The file is damaged: get it again, or train the model anew"));
  }

  @Test
  void eachMissingEntryIsNamed() throws IOException {
    for (String name : entries.keySet().toArray(String[]::new)) {
      byte[] content = entries.remove(name);
      repack();
      assertRefused("entry '" + name + "'");
      entries.put(name, content);
    }
  }

  @Test
  void anUnknownEntryIsNamed() throws IOException {
    put("evil.class", "x");
    repack();
    assertRefused("it has an entry 'evil.class', which a model file has not");
  }

  @Test
  void anEntryThatIsThereTwiceIsRefused() throws IOException {
    put("labels.jso2", new String(entries.get("labels.json"), StandardCharsets.UTF_8));
    repack();
    byte[] bytes = Files.readAllBytes(file);
    String renamed = new String(bytes, StandardCharsets.ISO_8859_1).replace("jso2", "json");
    Files.write(file, renamed.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("it has the entry 'labels.json' twice");
  }

  @Test
  void anOptimizerStateWithoutItsNumbersIsRefused() throws IOException {
    NamedTensors slots = Samples.tiny().optimizerState().slots();
    for (Map<String, String> metadata : List.of(
        Map.<String, String>of(),
        Map.of("iterations", "1"),
        Map.of("iterations", "1", "learning_rate", "fast"),
        Map.of("iterations", "1.5", "learning_rate", "1"),
        Map.of("iterations", "-1", "learning_rate", "1"),
        Map.of("iterations", "1", "learning_rate", "Infinity"))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new Safetensors(slots, metadata).writeTo(out);
      entries.put("optimizer.safetensors", out.toByteArray());
      repack();
      assertRefused("its entry 'optimizer.safetensors': ");
    }
  }

  @Test
  void anEntryLargerThanTheNetworkAllowsIsRefusedUnread() throws IOException {
    entries.put("weights.safetensors", new byte[1 << 20]);
    repack();
    assertRefused(
        "its entry 'weights.safetensors' has 1048576 bytes, but at most 67608 are expected");
  }

  @Test
  void aBombAmongTheJsonEntriesIsRefusedUnread() throws IOException {
    entries.put("labels.json", new byte[20 << 20]);
    repack();
    assertTrue(Files.size(file) < 1 << 20, "the bomb is small itself");
    assertRefused("its entry 'labels.json' has 20971520 bytes, but at most 4194304 are expected");
  }

  @Test
  void aSmallDocumentOfAMillionObjectsIsRefused() throws IOException {
    put("provenance.json", "{'a':[" + "{},".repeat(600_000) + "{}]}");
    repack();
    assertRefused("its entry 'provenance.json': not valid JSON");
  }

  @Test
  void noMessageQuotesEndlessly() throws IOException {
    put("x".repeat(60_000), "");
    repack();
    assertRefused("it has an entry whose name is 60000 characters long");
    entries.remove("x".repeat(60_000));
    put("format.json", "{'%s':1}".formatted("a".repeat(9000)));
    repack();
    assertTrue(refusal().length() < 2000, "the message is short");
  }

  @Test
  void tensorsThatCannotFitIntoMemoryAreRefusedBeforeTheyAreRead() throws IOException {
    // One layer of 2^30 weights, and as many numbers of the optimizer.
    put(
        "network.json",
        "{'input_shape':[1,32768,1],'layers':[{'type':'Flatten'},{'type':'Dense','units':32768}]}");
    repack();
    assertRefused("its tensors take 8192 MB, but this Java machine may use no more than ");
  }

  /** Overwrites the size of an entry in the zip's directory. */
  private void claimSize(String entry, long size) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int directoryRecord = text.lastIndexOf(entry) - 46;
    assertEquals("PK\1\2", text.substring(directoryRecord, directoryRecord + 4));
    for (int i = 0; i < 4; i++) {
      bytes[directoryRecord + 24 + i] = (byte) (size >>> (8 * i));
    }
    Files.write(file, bytes);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10, 200, 10_000})
  void aSizeThatIsALieIsRefused(long size) throws IOException {
    repack();
    claimSize("weights.safetensors", size);
    assertRefused("its entry 'weights.safetensors'");
  }

  @Test
  void everyTruncatedFileIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 7) {
      Files.write(file, Arrays.copyOf(bytes, length));
      refusal();
    }
  }

  /** Either the damage is found, or it is where it does no harm and the model is the same. */
  @Test
  void noDamagedByteIsReadAsAnotherModel() throws IOException {
    byte[] good = Files.readAllBytes(file);
    assertNoOtherModel(good, 3);
    repack();
    assertNoOtherModel(Files.readAllBytes(file), 5);
  }

  private void assertNoOtherModel(byte[] good, int step) throws IOException {
    SavedModel expected = Samples.tiny();
    for (int at = 0; at < good.length; at += step) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0xff;
      Files.write(file, bad);
      try {
        SavedModel found = ModelFile.read(file);
        assertEquals(expected.network(), found.network());
        assertEquals(expected.weights().sha256(), found.weights().sha256());
        assertEquals(
            expected.optimizerState().slots().sha256(),
            found.optimizerState().slots().sha256());
        assertEquals(expected.classNames(), found.classNames());
      } catch (InvalidModelFileException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.toString());
      }
    }
  }
}

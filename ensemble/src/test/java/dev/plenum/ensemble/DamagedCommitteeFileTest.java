package dev.plenum.ensemble;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.backend.purejava.PureJavaBackend;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not committees, or not any more. */
class DamagedCommitteeFileTest {
  private static final String FIRST = "{'file':'members/1.plenum','seed':1,'backend':'b'}";
  private static final String SECOND = "{'file':'members/2.plenum','seed':2,'backend':'b'}";

  private static final SavedCommittee SAVED = new SavedCommittee(
      Combination.average(),
      List.of(
          Samples.member(new PureJavaBackend(), Samples.dense(), seed(1)),
          Samples.member(new PureJavaBackend(), Samples.dense(), seed(2))));

  @TempDir
  private Path folder;

  private Path file;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @BeforeEach
  void writeAGoodFile() throws IOException {
    file = folder.resolve("committee.plenum");
    CommitteeFile.write(file, SAVED);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
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

  /** Replaces a member by another model. */
  private void put(String entry, SavedModel model) throws IOException {
    Path alone = folder.resolve("alone.plenum");
    ModelFile.write(alone, model);
    entries.put(entry, Files.readAllBytes(alone));
    repack();
  }

  private void assertRefused(String problem) {
    String message =
        Refusals.messageOf(InvalidModelFileException.class, () -> CommitteeFile.read(file));
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(problem), message);
  }

  private void assertReadsBack() throws IOException {
    SavedCommittee back = CommitteeFile.read(file);
    assertEquals(SAVED.combination(), back.combination());
    for (int i = 0; i < 2; i++) {
      assertEquals(
          SAVED.members().get(i).model().weights().sha256(),
          back.members().get(i).model().weights().sha256());
    }
  }

  @Test
  void aFileThatAnotherProgramPackedAnewIsRead() throws IOException {
    repack();
    assertReadsBack();
  }

  @Test
  void aMissingFileIsNamed() {
    Path none = folder.resolve("no.plenum");
    assertEquals(
        none + ": there is no such file",
        Refusals.messageOf(NoSuchFileException.class, () -> CommitteeFile.read(none)));
  }

  @Test
  void aFolderIsRefused() {
    file = folder;
    assertRefused("is not a file but a folder or a device; give the path of a committee file");
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    for (String content : new String[] {"", "P", "just a text, which is no zip at all"}) {
      Files.writeString(file, content);
      assertRefused("is not a committee file, or only a part of one: ");
      assertRefused("give the path of a file that 'plenum committee' wrote");
    }
  }

  @Test
  void aForeignZipIsRefused() throws IOException {
    entries.clear();
    put("readme.txt", "hello");
    assertRefused("it is a zip without the entry 'format.json'. Give the path of a committee file");
  }

  @Test
  void aModelFileIsRefused() throws IOException {
    ModelFile.write(file, SAVED.members().get(0).model());
    assertRefused("cannot be read as a committee: its format is 'plenum-model', not "
        + "'plenum-committee'. Give the path of a committee file, as 'plenum committee' writes it");
  }

  @Test
  void aNewerVersionAsksForAnUpdateWhateverElseItHas() throws IOException {
    entries.clear();
    put("format.json", "{'format':'plenum-committee','version':2,'more':true}");
    assertRefused("it was written by a newer Plenum: its format has version 2, "
        + "this Plenum knows versions up to 1. Update Plenum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[ | not valid JSON at line 1",
        "[] | an object {…} is needed, found []",
        "{'members':[FIRST,SECOND]} | the key 'combine' is missing; found: members",
        "{'combine':'vote'} | the key 'members' is missing; found: combine",
        "{'combine':'vote','members':[FIRST,SECOND],'x':1} | unknown key 'x'; allowed: combine, members",
        "{'combine':7,'members':[FIRST,SECOND]} | combine: a text is needed, found 7",
        "{'combine':'mean','members':[FIRST,SECOND]} | combine: there is no combination 'mean'; there are: average, geometric, vote",
        "{'combine':'vote','members':{}} | members: a list […] is needed, found {}",
        "{'combine':'vote','members':[FIRST]} | the models [members/2.plenum] belong to no member",
        "{'combine':'vote','members':[]} | the models [members/1.plenum, members/2.plenum] belong to no member",
        "{'combine':'vote','members':[FIRST,FIRST]} | members[1].file: there is no model 'members/1.plenum' for it; there are, for it and those after it: [members/2.plenum]",
        "{'combine':'vote','members':[FIRST,SECOND,{'file':'members/3.plenum','seed':1,'backend':'b'}]} | members[2].file: there is no model 'members/3.plenum' for it; there are, for it and those after it: []",
        "{'combine':'vote','members':[FIRST,{'file':'members/2.plenum','backend':'b'}]} | members[1]: the key 'seed' is missing; found: file, backend",
        "{'combine':'vote','members':[FIRST,{'file':'members/2.plenum','seed':0.5,'backend':'b'}]} | members[1].seed: a whole number is needed, found 0.5",
        "{'combine':'vote','members':[FIRST,{'file':'members/2.plenum','seed':2,'backend':''}]} | members[1].backend: a member needs the name of its backend",
        "{'combine':'vote','members':[FIRST,{'file':'members/2.plenum','seed':2,'backend':'b','weight':1}]} | members[1]: unknown key 'weight'; allowed: file, seed, backend",
        "{'combine':'weighted','members':[FIRST,SECOND]} | members[0]: the key 'weight' is missing",
        "{'combine':'weighted','members':[{'file':'members/1.plenum','seed':1,'backend':'b','weight':-1},{'file':'members/2.plenum','seed':2,'backend':'b','weight':2}]} | members: a weight must be at least 0 and finite, found [-1.0, 2.0]",
        "{'combine':'weighted','members':[{'file':'members/1.plenum','seed':1,'backend':'b','weight':'much'},SECOND]} | members[0].weight: a number is needed, found \"much\"",
      })
  void aBadDescriptionIsToldWithThePlaceInIt(String content, String problem) throws IOException {
    put("committee.json", content.replace("FIRST", FIRST).replace("SECOND", SECOND));
    assertRefused("its entry 'committee.json': " + problem);
    assertRefused(". The file is damaged: get it again, or train the committee anew");
  }

  @Test
  void eachMissingEntryIsNamed() throws IOException {
    for (String name : entries.keySet().toArray(String[]::new)) {
      byte[] content = Objects.requireNonNull(entries.remove(name));
      repack();
      assertRefused("'" + name + "'");
      entries.put(name, content);
    }
  }

  @Test
  void anUnknownEntryIsNamed() throws IOException {
    put("evil.class", "x");
    assertRefused("its entry 'evil.class' is not a model file");
  }

  @Test
  void aModelThatBelongsToNoMemberIsNamed() throws IOException {
    put("members/9.plenum", SAVED.members().get(0).model());
    assertRefused("the models [members/9.plenum] belong to no member");
  }

  @Test
  void membersThatDoNotFitEachOtherAreRefused() throws IOException {
    SavedModel model = SAVED.members().get(1).model();
    put(
        "members/2.plenum",
        new SavedModel(
            model.network(),
            model.optimizer(),
            model.weights(),
            model.optimizerState(),
            model.preprocessing(),
            List.of("a", "b", "c"),
            JsonObject.empty()));
    assertRefused("its entries do not fit together: the members do not fit each other: "
        + "member 1 has the classes [class é 0, class é 1, class é 2], member 2 has [a, b, c]");
    put(
        "members/2.plenum",
        new SavedModel(
            model.network(),
            model.optimizer(),
            model.weights(),
            model.optimizerState(),
            Preprocessing.of(model.network().input(), "nearest"),
            model.classNames(),
            JsonObject.empty()));
    assertRefused("member 1 has the preprocessing ");
  }

  @Test
  void aDamagedMemberIsNamed() throws IOException {
    byte[] member = Objects.requireNonNull(entries.get("members/2.plenum"));
    entries.put("members/2.plenum", Arrays.copyOf(member, member.length - 100));
    repack();
    assertRefused("its entry 'members/2.plenum' is not a model file, or only a part of one");
    member[member.length / 2] ^= 1;
    entries.put("members/2.plenum", member);
    repack();
    assertRefused("its entry 'members/2.plenum' cannot be read as a model: ");
  }

  @Test
  void everyTruncatedFileIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 113) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertRefused("is not a committee file, or only a part of one");
    }
  }

  /** Either the damage is found, or it is where it does no harm. */
  @Test
  void noDamagedByteIsReadAsAnotherCommittee() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at += 211) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0xff;
      Files.write(file, bad);
      try {
        assertReadsBack();
      } catch (InvalidModelFileException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.toString());
      }
    }
  }
}

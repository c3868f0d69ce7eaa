package dev.plenum.ensemble;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.data.Dataset;
import dev.plenum.backend.purejava.PureJavaBackend;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, and that it is read back; damage is the business of another test. */
class CommitteeFileTest {
  private final Backend backend = new PureJavaBackend();
  private final List<SavedMember> members = List.of(
      Samples.member(backend, Samples.conv(), seed(1)),
      Samples.member(backend, Samples.dense(), seed(Long.MIN_VALUE)),
      Samples.member(backend, Samples.conv(), seed(3)));

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("committee.plenum");
  }

  private static float[] predict(Committee committee, Dataset images) {
    int size = images.imageShape().size();
    float[] pixels = new float[images.size() * size];
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, pixels, i * size);
    }
    float[] probabilities = new float[images.size() * committee.classes()];
    committee.predict(pixels, images.size(), probabilities);
    return probabilities;
  }

  @Test
  void aCommitteeThatIsReadBackPredictsTheSameToTheBit() throws IOException {
    Dataset test = Samples.stripes(40);
    for (Combination combination : Combinations.of(3)) {
      SavedCommittee saved = new SavedCommittee(combination, members);
      CommitteeFile.write(file, saved);
      SavedCommittee back = CommitteeFile.read(file);
      assertEquals(combination, back.combination());
      try (Committee before = saved.restore(backend);
          Committee after = back.restore(backend)) {
        assertArrayEquals(predict(before, test), predict(after, test), combination.name());
        assertEquals(before.evaluate(test).loss(), after.evaluate(test).loss());
      }
    }
  }

  @Test
  void everythingAboutTheMembersIsReadBack() throws IOException {
    CommitteeFile.write(file, new SavedCommittee(Combination.majorityVote(), members));
    List<SavedMember> back = CommitteeFile.read(file).members();
    assertEquals(members.size(), back.size());
    for (int i = 0; i < members.size(); i++) {
      SavedMember expected = members.get(i);
      assertEquals(expected.seed(), back.get(i).seed());
      assertEquals("purejava", back.get(i).backend());
      assertEquals(expected.model().network(), back.get(i).model().network());
      assertEquals(expected.model().provenance(), back.get(i).model().provenance());
      assertEquals(
          expected.model().weights().sha256(), back.get(i).model().weights().sha256());
      assertEquals(
          expected.model().optimizerState().slots().sha256(),
          back.get(i).model().optimizerState().slots().sha256());
    }
  }

  private String entry(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theEntriesSayWhatTheyAre() throws IOException {
    CommitteeFile.write(file, new SavedCommittee(Combination.weightedAverage(0.1, 2, 0), members));
    assertEquals(
        "{\n  \"format\": \"plenum-committee\",\n  \"version\": 1\n}\n", entry("format.json"));
    assertEquals("""
        {
          "combine": "weighted",
          "members": [ {
            "file": "members/1.plenum",
            "seed": 1,
            "backend": "purejava",
            "weight": 0.1
          }, {
            "file": "members/2.plenum",
            "seed": -9223372036854775808,
            "backend": "purejava",
            "weight": 2.0
          }, {
            "file": "members/3.plenum",
            "seed": 3,
            "backend": "purejava",
            "weight": 0.0
          } ]
        }
        """, entry("committee.json"));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(
          List.of(
              "format.json",
              "committee.json",
              "members/1.plenum",
              "members/2.plenum",
              "members/3.plenum"),
          Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList());
    }
  }

  @Test
  void onlyAWeightedAverageStoresWeights() throws IOException {
    CommitteeFile.write(file, new SavedCommittee(Combination.geometricMean(), members));
    assertTrue(entry("committee.json").startsWith("{\n  \"combine\": \"geometric\""));
    assertFalse(entry("committee.json").contains("weight"));
  }

  @Test
  void eachMembersFileIsAModelFileByItself() throws IOException {
    CommitteeFile.write(file, new SavedCommittee(Combination.average(), members));
    Path alone = folder.resolve("alone.plenum");
    ModelFile.write(alone, members.get(1).model());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertArrayEquals(
          Files.readAllBytes(alone),
          zip.getInputStream(zip.getEntry("members/2.plenum")).readAllBytes());
    }
  }

  @Test
  void theSameCommitteeGivesTheSameBytes() throws IOException {
    SavedCommittee saved = new SavedCommittee(Combination.average(), members);
    CommitteeFile.write(file, saved);
    byte[] bytes = Files.readAllBytes(file);
    CommitteeFile.write(file, CommitteeFile.read(file));
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void aFailedWriteLeavesTheEarlierFile() throws IOException {
    CommitteeFile.write(file, new SavedCommittee(Combination.average(), members));
    byte[] bytes = Files.readAllBytes(file);
    Path missing = folder.resolve("missing").resolve("committee.plenum");
    assertThrows(
        IOException.class,
        () -> CommitteeFile.write(missing, new SavedCommittee(Combination.average(), members)));
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void committeesAreToldFromModels() throws IOException {
    CommitteeFile.write(file, new SavedCommittee(Combination.average(), members));
    assertTrue(CommitteeFile.isCommittee(file));
    ModelFile.write(file, members.get(0).model());
    assertFalse(CommitteeFile.isCommittee(file));
    Files.writeString(file, "neither");
    assertFalse(CommitteeFile.isCommittee(file));
    assertThrows(
        NoSuchFileException.class, () -> CommitteeFile.isCommittee(folder.resolve("no.plenum")));
  }
}

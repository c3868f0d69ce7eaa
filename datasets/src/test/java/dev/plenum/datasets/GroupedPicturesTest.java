package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.GroupSplit;
import dev.plenum.api.data.Splitting;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of 12 people, five of each, whose one pixel is the person. */
class GroupedPicturesTest {
  private static final int PEOPLE = 12;

  @TempDir
  Path folder;

  @BeforeEach
  void makePictures() throws IOException {
    for (int person = 0; person < PEOPLE; person++) {
      for (int i = 0; i < 5; i++) {
        byte[] picture = "P5 1 1 255\n?".getBytes(StandardCharsets.US_ASCII);
        picture[picture.length - 1] = (byte) person;
        Path file = folder.resolve("photos/%s/person%s-%s.pgm".formatted(kind(i), person, i));
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
      }
    }
  }

  private static String kind(int i) {
    return i % 2 == 0 ? "cat" : "dog";
  }

  private static Set<Integer> people(Dataset images) {
    return IntStream.range(0, images.size())
        .mapToObj(i -> (int) images.image(i)[0])
        .collect(Collectors.toSet());
  }

  private static void requireWholeGroups(TrainTest data) {
    assertEquals(5, data.test().size());
    assertEquals(PEOPLE - 1, data.groups().orElseThrow().count());
    assertTrue(people(data.train()).stream().noneMatch(people(data.test())::contains));
    GroupSplit split =
        Splitting.random(Seed.seed(1)).split(data.train(), data.groups().orElseThrow(), 0.25);
    Set<Integer> aside = people(split.images().validation());
    assertEquals(5 * aside.size(), split.images().validation().size());
    assertTrue(people(split.images().train()).stream().noneMatch(aside::contains));
  }

  @Test
  void aPatternFindsTheGroupInThePath() throws IOException {
    ImageFolder photos = Datasets.folder(folder.resolve("photos"));

    requireWholeGroups(photos.groups("person[0-9]+").load());
    requireWholeGroups(photos.groups("(person[0-9]+)-[0-4]").load());
    assertTrue(photos.load().groups().isEmpty());
  }

  @Test
  void aColumnOfAListSaysIt() throws IOException {
    Path list = folder.resolve("photos.csv");
    String lines = IntStream.range(0, 5 * PEOPLE)
        .mapToObj(i -> "photos/%s/person%s-%s.pgm,%s,%s"
            .formatted(kind(i % 5), i / 5, i % 5, kind(i % 5), i / 5))
        .collect(Collectors.joining("\n"));
    Files.writeString(list, "path,label,group\n" + lines);

    requireWholeGroups(Datasets.open(list).load());
  }

  @Test
  void aPatternThatDoesNotFitIsRefused() {
    ImageFolder photos = Datasets.folder(folder.resolve("photos"));

    String message = String.valueOf(
        assertThrows(IOException.class, () -> photos.groups("person1?[0-4]").load())
            .getMessage());
    assertTrue(
        message.contains(
            "the pattern of groups, person1?[0-4], finds nothing in cat/person5-0.pgm"),
        message);
    String unclosed = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> photos.groups("(")).getMessage());
    assertTrue(unclosed.contains("found '(': Unclosed group"), unclosed);
  }

  @Test
  void tooFewGroupsForATestAreRefused() {
    ImageFolder photos = Datasets.folder(folder.resolve("photos"));

    String message = String.valueOf(
        assertThrows(IOException.class, () -> photos.groups("person").load()).getMessage());
    assertTrue(message.contains("the test set: a share of 0.1 of 60 images in 1 groups"), message);
  }
}

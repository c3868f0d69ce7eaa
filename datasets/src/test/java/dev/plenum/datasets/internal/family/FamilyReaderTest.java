package dev.plenum.datasets.internal.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.family.FamilyReader.Trust;
import dev.plenum.datasets.support.IdxBytes;
import dev.plenum.datasets.support.SmallFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyReaderTest {
  private static final String OTHER_CLASSES =
      ". Files with other classes are a dataset of their own: name their folder";

  private final SmallFamily small = new SmallFamily();

  @TempDir
  Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    small.writeGzipped(folder);
  }

  private TrainTest read(Trust trust) throws IOException {
    Family family = small.family();
    return new FamilyReader(family, new FamilyFolder(folder, family), trust).read();
  }

  private void replace(String name, byte[] unpacked) throws IOException {
    Files.write(file(name), IdxBytes.gzip(unpacked));
  }

  private Path file(String name) {
    return folder.resolve(name + ".gz");
  }

  private String refusal(Trust trust) {
    InvalidFileException e = assertThrows(InvalidFileException.class, () -> read(trust));
    return String.valueOf(e.getMessage());
  }

  @Test
  void fourFilesBecomeADataset() throws IOException {
    TrainTest data = read(Trust.PUBLISHED_ONLY);

    assertEquals("small", data.name());
    assertEquals(600, data.train().size());
    assertEquals(90, data.test().size());
    assertEquals(Shape.of(6, 5, 1), data.train().imageShape());
    assertEquals(2, data.train().label(599));
    byte[] images = small.unpacked(SmallFamily.TRAIN_IMAGES);
    assertArrayEquals(Arrays.copyOfRange(images, 16 + 30, 16 + 60), data.train().image(1));
  }

  @Test
  void theDigestIsThatOfTheFourUnpackedFiles() throws IOException {
    assertEquals(small.sha256(), read(Trust.PUBLISHED_ONLY).sha256());
  }

  @Test
  void otherDataThanThePublishedAreReadOnlyWhereAnyWillDo() throws IOException {
    byte[] other = IdxBytes.images(600, 6, 5, 99);
    replace(SmallFamily.TRAIN_IMAGES, other);

    assertEquals(
        IdxBytes.sha256(
            other,
            small.unpacked(SmallFamily.TRAIN_LABELS),
            small.unpacked(SmallFamily.TEST_IMAGES),
            small.unpacked(SmallFamily.TEST_LABELS)),
        read(Trust.ANY_VALID).sha256());
    assertEquals(
        "%s: the SHA-256 of the unpacked bytes should be %s, found %s"
            .formatted(
                file(SmallFamily.TRAIN_IMAGES),
                IdxBytes.sha256(small.unpacked(SmallFamily.TRAIN_IMAGES)),
                IdxBytes.sha256(other)),
        refusal(Trust.PUBLISHED_ONLY));
  }

  @Test
  void labelsOutOfRangeAreRefused() throws IOException {
    byte[] labels = small.unpacked(SmallFamily.TEST_LABELS).clone();
    labels[8 + 57] = 3;
    replace(SmallFamily.TEST_LABELS, labels);

    assertEquals(
        file(SmallFamily.TEST_LABELS) + ": label 57 (counted from 0) is 3; expected 0 to 2"
            + OTHER_CLASSES,
        refusal(Trust.ANY_VALID));
  }

  @Test
  void labelsAbove127AreNotTakenForNegativeNumbers() throws IOException {
    byte[] labels = small.unpacked(SmallFamily.TEST_LABELS).clone();
    labels[8] = (byte) 200;
    replace(SmallFamily.TEST_LABELS, labels);

    assertEquals(
        file(SmallFamily.TEST_LABELS) + ": label 0 (counted from 0) is 200; expected 0 to 2"
            + OTHER_CLASSES,
        refusal(Trust.ANY_VALID));
  }

  @Test
  void imagesAndLabelsOfDifferentLengthAreRefused() throws IOException {
    replace(SmallFamily.TRAIN_LABELS, IdxBytes.labels(599, 3));

    assertEquals(
        "%s: holds 599 labels, but %s holds 600 images"
            .formatted(file(SmallFamily.TRAIN_LABELS), file(SmallFamily.TRAIN_IMAGES)),
        refusal(Trust.ANY_VALID));
  }

  @Test
  void trainingAndTestImagesOfDifferentSizeAreRefused() throws IOException {
    replace(SmallFamily.TEST_IMAGES, IdxBytes.images(90, 5, 6, 2));

    assertEquals(
        "%s: holds images of 5 x 6 pixels, but %s holds images of 6 x 5"
            .formatted(file(SmallFamily.TEST_IMAGES), file(SmallFamily.TRAIN_IMAGES)),
        refusal(Trust.ANY_VALID));
  }
}

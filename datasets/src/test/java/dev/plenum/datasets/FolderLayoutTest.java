package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.grey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.support.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people lay out folders of labelled pictures. */
class FolderLayoutTest {
  @TempDir
  Path root;

  /** So many images of each of two classes. */
  private void write(String parent, int images) throws IOException {
    for (int i = 0; i < images; i++) {
      String number = String.format(Locale.ROOT, "%02d.png", i);
      Pictures.write(root.resolve(parent).resolve("cat").resolve(number), grey(4, 6, i));
      Pictures.write(root.resolve(parent).resolve("dog").resolve(number), grey(4, 6, 99 + i));
    }
  }

  private TrainTest load() throws IOException {
    return Datasets.folder(root).load();
  }

  private void assertRefused(String... parts) {
    String message = String.valueOf(assertThrows(IOException.class, this::load).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "train, test",
    "training, testing",
    "Train, Test",
    "TRAIN, TEST",
    "training_set, test_set",
    "train-set, testset",
    "train, val",
    "train, valid",
    "Training, Validation"
  })
  void twoPartsAreForTrainingAndForTest(String train, String test) throws IOException {
    write(train, 3);
    write(test, 1);

    TrainTest data = load();

    assertEquals(6, data.train().size());
    assertEquals(Optional.empty(), data.validation());
    assertEquals(2, data.test().size());
    assertEquals(List.of("cat", "dog"), data.test().classNames());
  }

  /** As Kaggle's cats and dogs are: neither is a class. */
  @Test
  void foldersOfPartsThatHoldImagesAloneAreNotTakenForClasses() throws IOException {
    for (String name :
        List.of("train/cat.0.png", "train/dog.0.png", "test1/1.png", "test1/2.png")) {
      Pictures.write(root.resolve(name), grey(4, 6, 1));
    }

    assertRefused("expected only class folders, or folders called train", "found [test1, train]");
  }

  /** As Kaggle's competitions have it. */
  @Test
  void aTestWithoutClassesIsNamedWithWhatToDo() throws IOException {
    write("train", 2);
    Pictures.write(root.resolve("test/1.png"), grey(4, 6, 1));

    assertRefused(
        root.resolve("test") + ": expected a folder for each class, found 1 images and no folders",
        "if these are such, move their folder elsewhere");
  }

  @ParameterizedTest
  @CsvSource({"train, val, test", "train, valid, test", "Training, validation_set, Testing"})
  void ofThreePartsOneIsForValidation(String train, String validation, String test)
      throws IOException {
    write(train, 3);
    write(validation, 2);
    write(test, 1);

    TrainTest data = load();

    assertEquals(6, data.train().size());
    assertEquals(Optional.of(4), data.validation().map(Dataset::size));
    assertEquals(2, data.test().size());
    assertEquals(12, data.pictures().size());
  }

  @Test
  void trainAloneGivesASeededTenthForTest() throws IOException {
    write("train", 10);

    assertEquals(18, load().train().size());
    assertEquals(2, load().test().size());
  }

  @Test
  void whatLiesInAFolderAloneHasTheSameDigest() throws IOException {
    write("train", 2);
    write("test", 1);
    String digest = load().sha256();
    Path wrapper = Files.createDirectories(root.resolve("archive/photos"));
    Files.move(root.resolve("train"), wrapper.resolve("train"));
    Files.move(root.resolve("test"), wrapper.resolve("test"));
    Files.createDirectories(root.resolve("__MACOSX/photos"));
    Files.writeString(root.resolve("archive/README.md"), "cats and dogs");

    assertEquals(digest, load().sha256());
  }

  @Test
  void aClassMayBeCalledLikeAPart() throws IOException {
    for (String vehicle : List.of("bus", "car", "train")) {
      for (int i = 0; i < 4; i++) {
        Pictures.write(root.resolve(vehicle).resolve(i + ".png"), grey(2, 2, i));
      }
    }

    assertEquals(List.of("bus", "car", "train"), load().train().classNames());
  }

  @Test
  void partsAmongOtherFoldersAreRefused() throws IOException {
    write("train", 1);
    write("test", 1);
    Pictures.write(root.resolve("single_prediction/1.png"), grey(2, 2, 1));

    assertRefused("and no others", "found [single_prediction, test, train]");
  }

  @Test
  void twoFoldersForOnePartAreRefused() throws IOException {
    write("train", 1);
    write("training", 1);

    assertRefused("found [train, training]");
  }

  @Test
  void withoutTrainingImagesThereIsNoTraining() throws IOException {
    write("test", 1);
    write("val", 1);

    assertRefused("there are no training images", "found [test, val]");
  }

  @Test
  void partsWithoutClassFoldersAreRefusedWithWhatToDo() throws IOException {
    Pictures.write(root.resolve("train/1.png"), grey(2, 2, 1));
    Pictures.write(root.resolve("test/1.png"), grey(2, 2, 1));

    assertRefused(root.resolve("train").toString(), "found 1 images and no folders", "cat/1.png");
  }

  @Test
  void aFlatFolderIsRefusedWithWhatToDo() throws IOException {
    Pictures.write(root.resolve("1.png"), grey(2, 2, 1));
    Pictures.write(root.resolve("2.png"), grey(2, 2, 1));

    assertRefused("found 2 images and no folders", "Put the images of each class into a folder");
    assertThrows(IOException.class, () -> Datasets.folder(root).loadTest());
  }

  @Test
  void aFolderOfOtherFilesIsRefusedWithTheirNames() throws IOException {
    Files.writeString(root.resolve("train.csv"), "label,pixel0\n");

    assertRefused("found no folders, only such files as [train.csv]");
  }

  @Test
  void notesBesidePicturesAreLeftOut() throws IOException {
    write("", 10);
    String digest = load().sha256();
    Files.writeString(root.resolve("cat/README.txt"), "my cats");
    Files.writeString(root.resolve("dog/labels.csv"), "1,2\n");

    assertEquals(digest, load().sha256());
  }

  @Test
  void aModelIsMeasuredByAllImagesOfClassFoldersHoweverFew() throws IOException {
    Pictures.write(root.resolve("dog/1.png"), grey(2, 2, 1));
    Pictures.write(root.resolve("dog/2.png"), grey(2, 2, 2));
    Pictures.write(root.resolve("cat/3.png"), grey(2, 2, 3));

    TestImages test = Datasets.folder(root).loadTest();

    assertEquals(3, test.images().size());
    assertEquals(root.getFileName().toString(), test.name());
    Files.delete(root.resolve("cat/3.png"));
    Files.delete(root.resolve("cat"));
    assertEquals(2, Datasets.folder(root).loadTest().images().size());
  }

  @ParameterizedTest
  @CsvSource({"test, val, test, 2", "val, train, val, 2", "Train, notes, Train, 2"})
  void aModelIsMeasuredByThePartThatIsForThat(
      String first, String second, String measured, int images) throws IOException {
    write(first, 1);
    if (second.equals("notes")) {
      Files.createDirectories(root.resolve(".notes"));
    } else {
      write(second, 3);
    }

    TestImages test = Datasets.folder(root).loadTest();

    assertEquals(root.getFileName() + "/" + measured, test.name());
    assertEquals(images, test.images().size());
  }
}

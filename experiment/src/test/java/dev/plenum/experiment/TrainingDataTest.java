package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Groups;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingDataTest {
  private static final Dataset TRAIN = TinyMnist.dataset(TinyMnist.TRAIN, 1);
  private static final Dataset TEST = TinyMnist.dataset(TinyMnist.TEST, 2);
  private static final TrainTest WHOLE = new TrainTest("tiny", TRAIN, TEST, "ab12");

  @Test
  void validationImagesAreSetAsideFromTheFirstImages() {
    TrainingData data = TrainingData.of(WHOLE).first(60).validation(1.0 / 6, Seed.seed(3));
    assertEquals(50, data.train().size());
    assertEquals(10, data.validationSize());
    assertEquals(3, data.splitSeed());
    assertEquals(OptionalInt.of(60), data.limit());
    assertEquals(OptionalInt.empty(), TinyMnist.data().limit());
    assertEquals("tiny", data.record().name());
    assertEquals(50, data.record().train());
    assertTrue(data.record().isOf(WHOLE));
  }

  @Test
  void aDatasetsOwnValidationImagesAreTaken() {
    TrainTest own = new TrainTest("tiny", TRAIN, Optional.of(TEST), TEST, "ab12", List.of());
    TrainingData data = TrainingData.of(own).validation(0.5, Seed.seed(1));
    assertSame(TEST, data.validation().orElseThrow());
    assertEquals(TinyMnist.TRAIN, data.train().size());
    assertTrue(data.record().hasOwnValidation());
    assertEquals(Optional.empty(), data.validation(0, Seed.seed(1)).validation());
  }

  @Test
  void imagesThatBelongTogetherAreSetAsideTogetherAndTheRecordSaysSo() {
    List<String> names =
        IntStream.range(0, TinyMnist.TRAIN).mapToObj(i -> "person " + i / 8).toList();
    Groups groups = Groups.of(names);
    TrainTest people = new TrainTest("tiny", TRAIN, TEST, "ab12").grouped(groups);

    TrainingData data = TrainingData.of(people).first(80).validation(0.2, Seed.seed(1));

    assertEquals(16, data.validationSize());
    String split = data.split().orElseThrow().toLine();
    assertTrue(split.startsWith("{\"name\":\"random\",\"seed\":1,\"stratified\":false"), split);
    assertTrue(split.contains("\"groups\":30,\"groupsSha256\":\"" + groups.sha256()), split);
    assertEquals(Optional.empty(), TrainingData.of(people).split());
  }

  @Test
  void moreImagesThanThereAreAreRefused() {
    String e = Thrown.message(
        IllegalArgumentException.class, () -> TrainingData.of(WHOLE).first(241));
    assertEquals("the first 241 images were asked for, but 'tiny' has 240 training images", e);
  }

  @Test
  void withoutTestImagesTheValidationImagesTakeTheirPlace() {
    TrainingData data = TrainingData.of(WHOLE).validation(0.25, Seed.seed(1));
    TrainingData without = data.withoutTest();
    assertSame(data.validation().orElseThrow(), without.test());
    assertSame(data.train(), without.train());
    assertEquals(data.split(), without.split());
    assertEquals(data.record().hasOwnValidation(), without.record().hasOwnValidation());
    String e = Thrown.message(
        IllegalArgumentException.class, () -> TrainingData.of(WHOLE).withoutTest());
    assertEquals("there are no validation images to judge by", e);
  }
}

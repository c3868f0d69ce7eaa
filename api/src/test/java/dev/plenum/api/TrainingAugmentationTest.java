package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class TrainingAugmentationTest {
  private static final Seed SEED = new Seed(7);
  private static final ImageTransform COPY = (source, target, offset, shape, random) ->
      System.arraycopy(source, 0, target, offset, shape.size());

  /** The random numbers that each image got, in the order in which it got them. */
  private final Map<Integer, List<Long>> numbers = new ConcurrentHashMap<>();

  private final ImageTransform recorder = (source, target, offset, shape, random) -> {
    COPY.apply(source, target, offset, shape, random);
    numbers
        .computeIfAbsent(NumberedImages.number(source, 0), image -> new ArrayList<>())
        .add(random.bits(0));
  };

  private static FakeModel train(Dataset dataset, Fit fit) {
    FakeModel model = new FakeModel(SEED);
    model.fit(dataset, fit);
    return model;
  }

  @ParameterizedTest
  @CsvSource({
    "10, 4, 2, 4",
    "12, 4, 3, 4",
    "4, 4, 1, 4",
    "3, 4, 1, 3",
    "1, 2147483647, 1, 1",
    "10, 1, 10, 1"
  })
  void anAugmentedEpochHasOnlyWholeBatchesButAtLeastOne(
      int images, int batchSize, int steps, int size) {
    FakeModel model =
        train(NumberedImages.of(images), Fit.epochs(2).batchSize(batchSize).augmentation(COPY));
    assertEquals(2 * steps, model.steps().size());
    model.batches().forEach(batch -> assertEquals(size, batch.size()));
  }

  @Test
  void itIsTheBeginningOfTheEpochsOwnOrder() {
    FakeModel model = train(NumberedImages.of(10), Fit.epochs(2).batchSize(4).augmentation(COPY));
    for (int epoch = 0; epoch < 2; epoch++) {
      int[] order = CounterRandom.of(Purpose.SHUFFLE, SEED, epoch).permutation(10);
      List<Integer> shown = model.batches().subList(2 * epoch, 2 * epoch + 2).stream()
          .flatMap(List::stream)
          .toList();
      assertEquals(Arrays.stream(order, 0, 8).boxed().toList(), shown);
    }
  }

  @Test
  void theMeansOfAnEpochAreOverTheImagesShown() {
    FakeModel model = new FakeModel(SEED);
    Fit fit = Fit.epochs(1).batchSize(4).augmentation(COPY);
    double loss = model.fit(NumberedImages.of(10), fit).values("loss").get(0);
    int sum =
        model.batches().stream().flatMap(List::stream).mapToInt(image -> image).sum();
    assertEquals(sum / 8.0, loss);
  }

  @Test
  void anImagesNumbersAreThoseOfSeedEpochAndIndex() {
    train(NumberedImages.of(10), Fit.epochs(3).batchSize(5).augmentation(recorder));
    for (int image = 0; image < 10; image++) {
      assertEquals(expected(0, 3, image), numbers.get(image));
    }
  }

  @Test
  void theyDoNotDependOnTheBatchSize() {
    train(NumberedImages.of(12), Fit.epochs(2).batchSize(3).augmentation(recorder));
    Map<Integer, List<Long>> inThrees = Map.copyOf(numbers);
    numbers.clear();
    train(NumberedImages.of(12), Fit.epochs(2).batchSize(4).augmentation(recorder));
    assertEquals(12, numbers.size());
    assertEquals(inThrees, numbers);
  }

  @Test
  void theyDifferBetweenImagesAndEpochs() {
    train(NumberedImages.of(50), Fit.epochs(4).batchSize(5).augmentation(recorder));
    long different = numbers.values().stream().flatMap(List::stream).distinct().count();
    assertEquals(200, different);
  }

  @Test
  void theLastEpochsCanHaveTheImagesAsTheyAre() {
    Fit fit = Fit.epochs(3).batchSize(4).augmentation(recorder);
    FakeModel augmented = train(NumberedImages.of(10), fit);
    numbers.clear();
    FakeModel plain = train(NumberedImages.of(10), fit.plainEpochs(2));
    assertEquals(augmented.batches(), plain.batches()); // whole ones only, in the last epochs too
    List<Integer> first =
        plain.batches().subList(0, 2).stream().flatMap(List::stream).toList();
    assertEquals(Set.copyOf(first), numbers.keySet());
    numbers.forEach((image, all) -> assertEquals(expected(0, 1, image), all));
  }

  @Test
  void plainEpochsAreDescribedWithTheAugmentationOnlyIfThereAreSome() {
    Fit fit = Fit.epochs(3).augmentation(COPY);
    Map<String, Object> description = COPY.describe();
    assertEquals(Optional.of(description), fit.describeAugmentation());
    Map<String, Object> more = new LinkedHashMap<>(description);
    more.put("plain_epochs", 1);
    assertEquals(Optional.of(more), fit.plainEpochs(1).describeAugmentation());
    assertEquals(Optional.empty(), Fit.epochs(3).plainEpochs(1).describeAugmentation());
  }

  @Test
  void theIndexIsThatOfTheDatasetInTraining() {
    Dataset part = NumberedImages.of(10).splitLast(0.4).validation(); // images 6 … 9
    train(part, Fit.epochs(1).batchSize(4).augmentation(recorder));
    for (int index = 0; index < 4; index++) {
      assertEquals(expected(0, 1, index), numbers.get(6 + index));
    }
  }

  private static List<Long> expected(int fromEpoch, int toEpoch, int index) {
    return IntStream.range(fromEpoch, toEpoch)
        .mapToObj(
            epoch -> CounterRandom.of(Purpose.AUGMENTATION, SEED, epoch, index).bits(0))
        .toList();
  }

  @Test
  void aResumedEpochHasTheSameNumbers() {
    Fit fit = Fit.epochs(3).batchSize(3).augmentation(recorder);
    TrainingPosition middle = new TrainingPosition(1, 2, 0, 0, 6, 0, History.empty());
    FakeModel whole = train(NumberedImages.of(12), fit);
    Map<Integer, List<Long>> all = Map.copyOf(numbers);
    numbers.clear();
    FakeModel resumed = train(NumberedImages.of(12), fit.start(middle));
    assertEquals(whole.batches().subList(6, 12), resumed.batches());
    all.forEach((image, before) -> {
      List<Long> seen = numbers.getOrDefault(image, List.of());
      assertEquals(before.subList(3 - seen.size(), 3), seen);
    });
    assertEquals(6 + 12, numbers.values().stream().mapToInt(List::size).sum());
  }

  @Test
  void imagesThatAreNotShownAreNotAugmented() {
    FakeModel model =
        train(NumberedImages.of(10), Fit.epochs(1).batchSize(4).augmentation(recorder));
    List<Integer> shown =
        model.batches().stream().flatMap(List::stream).sorted().toList();
    assertEquals(shown, numbers.keySet().stream().sorted().toList());
  }

  @Test
  void validationImagesAreNotAugmented() {
    Fit fit = Fit.epochs(1)
        .batchSize(4)
        .validation(NumberedImages.of(7))
        .augmentation((source, target, offset, shape, random) ->
            Arrays.fill(target, offset, offset + shape.size(), 1f));
    FakeModel model = new FakeModel(SEED);
    assertEquals(List.of(5 / 7.0), model.fit(NumberedImages.of(4), fit).values("val_accuracy"));
    int white = 255 * 256 + 255;
    assertEquals(List.of(List.of(white, white, white, white)), model.batches());
  }

  @Test
  void aPlainEpochHasItsLastSmallerBatchAndTheSameOrder() {
    FakeModel plain = train(NumberedImages.of(10), Fit.epochs(2).batchSize(4));
    FakeModel augmented =
        train(NumberedImages.of(10), Fit.epochs(2).batchSize(4).augmentation(COPY));
    assertEquals(
        List.of(4, 4, 2, 4, 4, 2), plain.batches().stream().map(List::size).toList());
    assertEquals(plain.batches().subList(0, 2), augmented.batches().subList(0, 2));
    assertEquals(plain.batches().subList(3, 5), augmented.batches().subList(2, 4));
    assertNotEquals(plain.batches().get(0), plain.batches().get(3));
  }
}

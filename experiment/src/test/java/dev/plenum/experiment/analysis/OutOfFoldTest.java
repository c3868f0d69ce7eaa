package dev.plenum.experiment.analysis;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wrong labels planted into training images, and found by networks that have not seen these. */
class OutOfFoldTest {
  private static final int IMAGES = 2_000;
  private static final int PLANTED = 50;

  private static final Network SMALL = Sequential.of(
      Shape.of(28, 28, 1),
      Flatten.instance(),
      Dense.of(16).activation(RELU),
      Dense.of(10).activation(SOFTMAX));

  private static OutOfFold of(int folds, int epochs) {
    return new OutOfFold(
        Recipe.of(SMALL).epochs(epochs).batchSize(20).seed(3),
        new Trainer(Backends.get("purejava")),
        folds,
        data -> data);
  }

  @Test
  void nearlyAllOfFiftyWrongLabelsInTwoThousandAreRankedFirst() {
    Dataset right = TinyMnist.dataset(IMAGES, 1);
    byte[] pixels = new byte[IMAGES * right.imageShape().size()];
    int[] labels = new int[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      System.arraycopy(
          right.image(i),
          0,
          pixels,
          i * right.imageShape().size(),
          right.imageShape().size());
      labels[i] = right.label(i);
    }
    List<Integer> planted = new ArrayList<>();
    for (int i = 0; i < PLANTED; i++) {
      int image = 13 + i * 39;
      labels[image] = (labels[image] + 1 + i % 9) % 10;
      planted.add(image);
    }
    Dataset wrong = new Dataset(right.imageShape(), pixels, labels, right.classNames());
    TrainTest whole = new TrainTest("planted", wrong, TinyMnist.dataset(20, 2), "ab12");
    ConfidentLearning found = ConfidentLearning.of(of(4, 8).of(whole, IMAGES, Seed.seed(1)));
    Set<Integer> first =
        found.suspects().stream().limit(PLANTED).map(Suspect::image).collect(Collectors.toSet());
    long among = planted.stream().filter(first::contains).count();
    assertTrue(among >= 45, among + " of the first 50 suspects are planted");
    long restored = found.suspects().stream()
        .limit(PLANTED)
        .filter(suspect -> planted.contains(suspect.image()))
        .filter(suspect -> suspect.suggested() == right.label(suspect.image()))
        .count();
    assertTrue(restored >= 45, restored + " of them are suggested what they were");
    assertEquals(PLANTED, found.estimatedErrors(), 15);
  }

  @Test
  void everyImageIsJudgedByANetworkThatHasNotSeenItAndTwiceTheSame() {
    TrainTest whole =
        new TrainTest("tiny", TinyMnist.dataset(120, 1), TinyMnist.dataset(20, 2), "ab12");
    Outputs once = of(3, 1).of(whole, 100, Seed.seed(1));
    Outputs again = of(3, 1).of(whole, 100, Seed.seed(1));
    assertEquals(100, once.size());
    assertEquals(
        IntStream.range(0, 100).mapToObj(whole.train()::label).toList(),
        IntStream.range(0, 100).mapToObj(once::label).toList());
    for (int i = 0; i < 100; i++) {
      assertEquals(once.probability(i, 3), again.probability(i, 3));
    }
    assertThrows(IllegalArgumentException.class, () -> of(1, 1).of(whole, 100, Seed.seed(1)));
  }
}

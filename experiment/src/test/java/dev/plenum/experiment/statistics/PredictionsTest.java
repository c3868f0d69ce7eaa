package dev.plenum.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  private static final List<Integer> LABELS = List.of(0, 1, 2, 3);

  private static Predictions of(Integer... classes) {
    return new Predictions(LABELS, List.of(classes));
  }

  @Test
  void identicalPredictionsAgreeAndDoNotDiffer() {
    Predictions same = of(0, 1, 0, 0);
    assertEquals(1, same.agreement(of(0, 1, 0, 0)));
    assertEquals(new McNemar(0, 0), same.test(same));
    assertEquals(1, same.test(same).pValue());
  }

  @Test
  void agreementCountsWrongAnswersToo() {
    assertEquals(0.75, of(0, 1, 0, 0).agreement(of(0, 1, 0, 1)));
  }

  @Test
  void theTestCountsImagesThatExactlyOneGetsRight() {
    assertEquals(new McNemar(2, 1), of(0, 1, 2, 0).test(of(0, 0, 0, 3)));
  }

  @Test
  void severalClassifiersAreWeighedImageByImage() {
    List<Predictions> first = List.of(of(0, 1, 2, 0), of(0, 0, 2, 3));
    List<Predictions> second = List.of(of(0, 1, 0, 0), of(0, 1, 0, 0));
    // image 0: 2 to 2; image 1: 1 to 2; image 2: 2 to 0; image 3: 1 to 0
    assertEquals(new McNemar(2, 1), Predictions.pooledTest(first, second));
  }

  @Test
  void predictionsOfOtherImagesAreRefused() {
    Predictions other = new Predictions(List.of(3, 2, 1, 0), LABELS);
    assertThrows(IllegalArgumentException.class, () -> of(0, 1, 2, 3).agreement(other));
    assertThrows(IllegalArgumentException.class, () -> of(0, 1, 2, 3).test(other));
    assertThrows(IllegalArgumentException.class, () -> new Predictions(LABELS, List.of(1)));
  }
}

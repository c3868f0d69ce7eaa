package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void tellsLossAccuracyAndEveryPrediction() {
    Evaluation evaluation = new Evaluation(0.5, new int[] {1, 2, 0, 1}, new int[] {1, 0, 0, 2});
    assertEquals(0.5, evaluation.loss());
    assertEquals(0.5, evaluation.accuracy());
    assertEquals(4, evaluation.size());
    assertEquals(2, evaluation.prediction(3));
    assertEquals(List.of(1, 3), evaluation.misclassified());
  }

  @Test
  void accuracyIsTheQuotientItself() {
    for (int right = 0; right <= 30; right++) {
      int hits = right;
      int[] predictions = IntStream.range(0, 30).map(i -> i < hits ? 0 : 1).toArray();
      assertEquals(right / 30.0, new Evaluation(0, new int[30], predictions).accuracy());
    }
  }

  @Test
  void isNotChangedThroughTheArrays() {
    int[] labels = {1, 1};
    int[] predictions = {1, 1};
    Evaluation evaluation = new Evaluation(0, labels, predictions);
    labels[0] = 0;
    predictions[1] = 0;
    assertEquals(1, evaluation.accuracy());
  }

  @Test
  void hasEveryMetricByItsName() {
    Map<String, Double> others = new LinkedHashMap<>();
    others.put("top_2_accuracy", 0.75);
    others.put("a_metric", Double.NaN);
    Evaluation evaluation = new Evaluation(0.5, new int[] {1, 2}, new int[] {1, 0}, others);
    others.clear();
    assertEquals(
        List.of("loss", "accuracy", "top_2_accuracy", "a_metric"),
        List.copyOf(evaluation.metrics().keySet()));
    assertEquals(0.5, evaluation.value("loss"));
    assertEquals(0.5, evaluation.value("accuracy"));
    assertEquals(0.75, evaluation.value("top_2_accuracy"));
    assertEquals(Double.NaN, evaluation.value("a_metric"));
    assertRefused(
        () -> evaluation.value("macro_f1"),
        "'macro_f1' was not measured",
        "[loss, accuracy, top_2_accuracy, a_metric]");
  }

  @Test
  void otherNumbersOfPredictionsThanLabelsAreRefused() {
    assertRefused(() -> new Evaluation(0, new int[3], new int[2]), "3 labels", "2 predictions");
    assertRefused(() -> new Evaluation(0, new int[0], new int[0]), "0 labels");
  }
}

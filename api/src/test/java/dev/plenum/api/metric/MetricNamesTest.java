package dev.plenum.api.metric;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.metric.Metric.Accumulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricNamesTest {
  private record Named(String name) implements Metric {
    @Override
    public boolean isHigherBetter() {
      return true;
    }

    @Override
    public Accumulator accumulator(int classes) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void haveOneOrder() {
    assertEquals(
        List.of(
            "loss",
            "accuracy",
            "z",
            "a",
            "val_loss",
            "val_accuracy",
            "val_z",
            "val_a",
            "learning_rate"),
        MetricNames.inOrder(List.of(
            "z",
            "learning_rate",
            "val_z",
            "val_accuracy",
            "a",
            "accuracy",
            "val_a",
            "val_loss",
            "loss")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f1", "top_5_accuracy", "x", "value"})
  void aUsableNameIsTaken(String name) {
    assertDoesNotThrow(() -> MetricNames.requireUsable(List.of(new Named(name))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "F1", "top-5", "5_top", "_f1", "f1,loss", "f1 ", "é"})
  void aNameThatFilesCannotHaveIsRefused(String name) {
    assertRefused(
        () -> MetricNames.requireUsable(List.of(new Named(name))),
        "lower-case letters",
        "found '" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loss", "accuracy", "learning_rate", "epoch", "seconds", "misclassified", "val_f1"
      })
  void aNameThatIsTakenIsRefused(String name) {
    assertRefused(
        () -> MetricNames.requireUsable(List.of(new Named(name))), "cannot be called '" + name);
  }
}

package dev.plenum.report.page;

import dev.plenum.persistence.JsonObject;
import dev.plenum.predictor.Prediction;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Predictions as JSON objects, each on a line, as soon as they are there: {@code
 * {"file":"seven.png","class":"7","probability":0.98,"probabilities":{"0":0.001, …}}}; with {@code "warning"} if the
 * picture is odd.
 */
final class PredictionLines implements PredictionPrinter {
  private final List<String> classNames;
  private final PrintStream out;

  PredictionLines(List<String> classNames, PrintStream out) {
    this.classNames = List.copyOf(classNames);
    this.out = out;
  }

  @Override
  public void print(String name, Prediction prediction, Optional<String> warning) {
    JsonObject probabilities = JsonObject.empty();
    for (int i = 0; i < classNames.size(); i++) {
      probabilities =
          probabilities.with(classNames.get(i), prediction.probabilities().get(i));
    }
    JsonObject line = JsonObject.empty()
        .with("file", name)
        .with("class", classNames.get(prediction.best()))
        .with("probability", prediction.probabilities().get(prediction.best()))
        .with("probabilities", probabilities);
    out.println(warning.map(text -> line.with("warning", text)).orElse(line).toLine());
    out.flush();
  }
}

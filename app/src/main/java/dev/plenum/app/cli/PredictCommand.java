package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.app.predict.Prediction;
import dev.plenum.app.wiring.Wiring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code plenum predict}. */
final class PredictCommand implements Command {
  private final Host host;

  PredictCommand(Host host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public String description() {
    return "Classifies image files with a saved model: the class and the probability of each class. "
        + "A file that is no image is told on standard error; the others are still classified, "
        + "and the exit code is 1.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.BACKEND, Key.KERNELS, Key.THREADS, Key.INVERT, Key.VERBOSE);
  }

  @Override
  public List<Argument> arguments() {
    return List.of(ModelFiles.ARGUMENT, new Argument("FILE", "a PNG, JPEG, GIF or BMP file", true));
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    SavedClassifier saved = ModelFiles.read(host, arguments.get(0));
    ModelInput input = new ModelInput(saved.preprocessing(), settings.invert());
    Backend backend = Wiring.injector(host, settings).getInstance(Backend.class);
    List<String> files = arguments.subList(1, arguments.size());
    TextTable table = new TextTable(2);
    table.add(header(saved.classNames()));
    int failures = 0;
    try (Classifier model = saved.restore().apply(backend)) {
      for (String file : files) {
        try {
          float[] image = input.read(ModelFiles.path(host, file));
          table.add(row(file, Prediction.of(model, image), saved.classNames()));
        } catch (IOException e) {
          Failure.of(e).print(host.err(), settings.verbose());
          failures++;
        }
      }
    }
    if (failures < files.size()) {
      table.print(host.out());
    }
    return failures == 0 ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private static List<String> header(List<String> classNames) {
    List<String> header = new ArrayList<>(List.of("FILE", "CLASS"));
    header.addAll(classNames);
    return header;
  }

  private static List<String> row(String file, Prediction prediction, List<String> classNames) {
    List<String> row = new ArrayList<>(List.of(file, classNames.get(prediction.best())));
    for (float probability : prediction.probabilities()) {
      row.add(String.format(Locale.ROOT, "%.4f", probability));
    }
    return row;
  }
}

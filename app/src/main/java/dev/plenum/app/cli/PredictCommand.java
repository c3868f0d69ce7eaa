package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.app.predict.Prediction;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.experiment.TrainingBorder;
import java.io.IOException;
import java.util.List;

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
    return "Classifies pictures with a saved model: the class and the probability of each class. "
        + "A file that is no image is told on standard error; the others are still classified, "
        + "and the exit code is 1. A picture with nothing on it, or with dark and light exchanged, as it "
        + "seems, is warned of.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.BACKEND,
        Key.KERNELS,
        Key.THREADS,
        Key.BACKEND_SETTINGS,
        Key.INVERT,
        Key.FORMAT,
        Key.VERBOSE);
  }

  @Override
  public List<String> examples() {
    return List.of(
        "plenum predict runs/mnist/model.plenum seven.png pictures/",
        "plenum predict runs/mnist/model.plenum --invert --format jsonl scan.png");
  }

  @Override
  public List<Argument> arguments() {
    return List.of(
        ModelFiles.ARGUMENT,
        new Argument(
            "FILE",
            "an image file (%s), a folder of such files and folders, or - for a picture on standard input"
                .formatted(ImageFiles.FORMATS),
            true));
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    SavedClassifier saved = ModelFiles.read(host, arguments.get(0));
    ModelInput input = new ModelInput(
        ModelFiles.inputs(saved, arguments.get(0)),
        settings.invert(),
        TrainingBorder.in(saved.provenance()));
    Backend backend = Wiring.injector(host, settings).getInstance(Backend.class);
    PredictionPrinter printer =
        PredictionPrinter.of(settings.format(), saved.classNames(), host.out());
    PictureWarnings warnings = new PictureWarnings(host.err());
    boolean complete = true;
    try (Classifier model = saved.restore().apply(backend)) {
      for (String argument : arguments.subList(1, arguments.size())) {
        complete &= classify(argument, model, input, printer, warnings, settings.verbose());
      }
    }
    printer.end();
    warnings.end();
    return complete ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private boolean classify(
      String argument,
      Classifier model,
      ModelInput input,
      PredictionPrinter printer,
      PictureWarnings warnings,
      boolean verbose) {
    boolean complete = true;
    try {
      for (PictureSource picture : PictureSource.of(host, argument)) {
        try {
          ModelInput.Input read = picture.read(input);
          read.warning().ifPresent(warning -> warnings.tell(picture.name(), warning));
          printer.print(picture.name(), Prediction.of(model, read.values()), read.warning());
        } catch (IOException e) {
          Failure.of(e).print(host.err(), verbose);
          complete = false;
        }
      }
    } catch (IOException e) { // of a folder
      Failure.of(e).print(host.err(), verbose);
      complete = false;
    }
    return complete;
  }
}

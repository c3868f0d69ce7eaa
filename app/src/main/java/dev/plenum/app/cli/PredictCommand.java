package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.predictor.ModelInputs;
import dev.plenum.predictor.PictureReader;
import dev.plenum.predictor.PictureSource;
import dev.plenum.predictor.Prediction;
import dev.plenum.predictor.TrainingBorder;
import dev.plenum.report.page.PictureWarnings;
import dev.plenum.report.page.PredictionPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code plenum predict}. */
record PredictCommand(Host host) {
  private static final String STANDARD_INPUT = "-";

  /** The command. */
  Command command() {
    return new Command(
            "predict",
            "Classifies pictures with a saved model: the class and the probability of each class. A file that is no image is told on standard error; the others are still classified, and the exit code is 1. A picture with nothing on it, or with dark and light exchanged, as it seems, is warned of.",
            this::run)
        .keys(Keys.in(Group.BACKEND))
        .keys(Keys.PREPARE, Keys.INVERT, Keys.VIEWS, Keys.FORMAT)
        .says(Keys.PREPARE, ModelFiles.PREPARE)
        .argument("MODEL", ModelFiles.DESCRIPTION)
        .arguments(
            "FILE",
            "an image file (%s), a folder of such files and folders, or - for a picture on standard input"
                .formatted(ImageFiles.FORMATS))
        .examples(
            "plenum predict runs/mnist/model.plenum seven.png pictures/",
            "plenum predict runs/mnist/model.plenum --prepare digit photo.jpg",
            "plenum predict runs/mnist/model.plenum --invert --format jsonl scan.png");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    SavedClassifier saved = ModelFiles.read(host, arguments.get(0));
    ModelInputs inputs = ModelFiles.inputs(saved, arguments.get(0), settings);
    PictureReader input =
        settings.make(Keys.INVERT, () -> new PictureReader(inputs, settings.has(Keys.INVERT)));
    Backend backend = Wiring.injector(host, settings).getInstance(Backend.class);
    PredictionPrinter printer =
        PredictionPrinter.of(settings.get(Keys.FORMAT), saved.classNames(), host.out());
    PictureWarnings warnings = new PictureWarnings(
        host.err(),
        TrainingBorder.in(saved.provenance()),
        settings.has(Keys.INVERT),
        Keys.INVERT.option());
    boolean complete = true;
    try (Classifier model = saved.restore(backend, settings.get(Keys.VIEWS))) {
      for (String argument : arguments.subList(1, arguments.size())) {
        complete &= classify(argument, model, input, printer, warnings, settings.has(Keys.VERBOSE));
      }
    }
    printer.end();
    warnings.end();
    return complete ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private List<PictureSource> pictures(String argument) throws IOException {
    return argument.equals(STANDARD_INPUT)
        ? List.of(PictureSource.of(host.in(), argument, Path.of("standard input")))
        : PictureSource.of(ModelFiles.path(host, argument), argument, host::shown);
  }

  private boolean classify(
      String argument,
      Classifier model,
      PictureReader input,
      PredictionPrinter printer,
      PictureWarnings warnings,
      boolean verbose) {
    boolean complete = true;
    try {
      for (PictureSource picture : pictures(argument)) {
        try {
          PictureReader.Input read = picture.read(input);
          Optional<String> warning = warnings.tell(picture.name(), read);
          printer.print(picture.name(), Prediction.of(model, read.values()), warning);
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

package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.ShownTrainings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.analysis.AnalysedImages;
import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Analyst;
import dev.plenum.experiment.analysis.KeptTemperature;
import dev.plenum.experiment.run.ResultFolder;
import dev.plenum.report.analysis.AnalysisReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code plenum analyze}. */
record AnalyzeCommand(Host host) {
  /** How many mistakes have their maps and nearest images in the page. */
  private static final int EXPLAINED = 8;

  /** The command. */
  Command command() {
    return new Command(
            "analyze",
            "Says what can be learned from a saved model's test images: errors by class, labels that are probably wrong, how far its confidence can be trusted, where a committee's members disagree, what it looks at. With --out it leaves a page and all figures.",
            this::run)
        .keys(Keys.in(Group.BACKEND))
        .keys(Keys.DATASET, Keys.DATA_DIR, Keys.PIXELS, Keys.LIMIT)
        .keys(Keys.FOLDS, Keys.KEEP_TEMPERATURE, Keys.OUT)
        .says(
            Keys.OUT,
            "leave a page (%s) and all figures (%s) in this folder, which must be new or empty"
                .formatted(AnalysisReport.PAGE, AnalysisReport.JSON))
        .says(
            Keys.DATASET,
            "what to analyse it on: the name or path of a dataset (default: what it was trained on)")
        .says(
            Keys.LIMIT,
            "look at the first N training images only, for the nearest ones and with --folds")
        .argument("MODEL", ModelFiles.DESCRIPTION)
        .examples(
            "plenum analyze runs/mnist/model.plenum --out runs/analysis",
            "plenum analyze runs/mnist/model.plenum --folds 5 --keep-temperature calibrated.plenum");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    String name = arguments.get(0);
    Optional<Path> kept =
        settings.find(Keys.KEEP_TEMPERATURE).map(path -> ModelFiles.newFile(host, path.toString()));
    if (settings.find(Keys.OUT).isEmpty()) {
      keep(analyse(settings, name, kept.isPresent()), name, kept);
      return ExitCode.SUCCESS;
    }
    try (ResultFolder folder = ResultFolder.claim(settings.find(Keys.OUT).get())) {
      Analysis analysis = analyse(settings, name, kept.isPresent());
      folder.publish(new AnalysisReport(name, analysis)::writeTo);
      host.out().println("Files: " + host.shown(folder.path()));
      keep(analysis, name, kept);
    }
    return ExitCode.SUCCESS;
  }

  /** Prints what it finds. */
  private Analysis analyse(Settings settings, String name, boolean needsTemperature)
      throws IOException {
    SavedClassifier saved = ModelFiles.read(host, name);
    AnalysisInputs inputs =
        AnalysisInputs.of(host, settings, saved, ModelFiles.inputs(saved, name));
    AnalysedImages images = inputs.images();
    if (!inputs.areTheModels()) {
      host.err()
          .println(
              "Warning: these are not the images of the model's training, as far as its file tells; what is said of test images is of use only if it has not seen them.");
    }
    if (needsTemperature && images.validation().isEmpty()) {
      throw new UsageException(
          "%s: the model was trained without validation images, and the dataset has none: there is nothing to fit a temperature on"
              .formatted(Keys.KEEP_TEMPERATURE.option()));
    }
    Backend backend = Wiring.injector(host, settings).getInstance(Backend.class);
    Trainer trainer = new Trainer(backend, new ShownTrainings(host));
    Analysis found = new Analyst(saved, backend, EXPLAINED).analyse(images);
    Analysis analysis = inputs.trainingLabels(trainer).map(found::with).orElse(found);
    new AnalysisReport(name, analysis).print(host.out());
    return analysis;
  }

  private void keep(Analysis analysis, String name, Optional<Path> to) throws IOException {
    if (to.isPresent()) {
      KeptTemperature.write(
          ModelFiles.existing(host, name), to.get(), analysis.temperature().orElseThrow());
      host.out().println("File: " + host.shown(to.get()));
    }
  }
}

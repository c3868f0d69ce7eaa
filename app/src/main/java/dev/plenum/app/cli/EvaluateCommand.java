package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.ConfusionMatrix;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.TestImages;
import dev.plenum.api.metric.Metric;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.NamedDataset;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.experiment.ClassifierTest;
import dev.plenum.experiment.parameter.Metrics;
import dev.plenum.experiment.run.ResultFolder;
import dev.plenum.experiment.statistics.Chance;
import dev.plenum.interchange.imported.ModelImport;
import dev.plenum.predictor.ModelInputs;
import dev.plenum.predictor.TrainingBorder;
import dev.plenum.report.EvaluationFiles;
import dev.plenum.report.TestLine;
import dev.plenum.report.page.ConfusionTables;
import dev.plenum.report.page.PictureWarnings;
import java.io.IOException;
import java.util.List;

/** {@code plenum evaluate}. */
record EvaluateCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command(
            "evaluate",
            "Measures a saved model on a dataset's test images (default: those of the dataset that it was trained on), or on all images of a folder (of its part test, if it has parts): loss, accuracy, other metrics, precision and recall of each class, confusion matrix. With --out it draws the matrix and what was misclassified, and writes the figures as JSON.",
            this::run)
        .keys(Keys.in(Group.BACKEND))
        .keys(Keys.DATASET, Keys.DATA_DIR, Keys.IMAGE_SIZE, Keys.PREPARE, Keys.PIXELS)
        .keys(Keys.INVERT, Keys.VIEWS, Keys.METRICS, Keys.OUT)
        .says(
            Keys.OUT,
            "draw the confusion matrix and what is misclassified into this folder, which must be new or empty, and write evaluation.json (default: nothing is left)")
        .says(
            Keys.DATASET,
            "what to measure it on: digits, mnist, fashion-mnist, or a file or folder that 'plenum datasets' lists (default: what it was trained on)")
        .says(Keys.PREPARE, ModelFiles.PREPARE)
        .says(
            Keys.IMAGE_SIZE,
            "the size to which a folder's images are scaled (default: the model's)")
        .argument("MODEL", ModelFiles.DESCRIPTION)
        .examples("plenum evaluate runs/mnist/model.plenum --out runs/evaluation");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    if (settings.find(Keys.OUT).isEmpty()) {
      evaluate(settings, arguments.get(0));
      return ExitCode.SUCCESS;
    }
    try (ResultFolder folder = ResultFolder.claim(settings.find(Keys.OUT).get())) {
      evaluate(settings, arguments.get(0)).publish(folder);
      host.out().println("Files: " + host.shown(folder.path()));
    }
    return ExitCode.SUCCESS;
  }

  /** Prints what it finds. */
  private EvaluationFiles evaluate(Settings settings, String file) throws IOException {
    SavedClassifier saved = ModelFiles.read(host, file);
    ModelInputs inputs = ModelFiles.inputs(saved, file, settings);
    Backend backend = Wiring.injector(host, settings).getInstance(Backend.class);
    List<Metric> metrics = Metrics.of(settings, saved.classNames().size());
    ClassifierTest test = test(saved, inputs, settings, new DatasetSources(settings, host));
    warnOfReversal(test, settings.has(Keys.INVERT));
    Evaluation evaluation = test.evaluate(inputs, backend, metrics);
    ConfusionMatrix matrix = ConfusionMatrix.of(evaluation, saved.classNames().size());
    host.out().println(TestLine.of(test.name(), evaluation));
    host.out().println();
    new ConfusionTables(matrix, saved.classNames()).print(host.out(), Keys.OUT.option() + " DIR");
    warnOfChance(evaluation, saved);
    return new EvaluationFiles(test, evaluation, matrix);
  }

  private void warnOfChance(Evaluation evaluation, SavedClassifier saved) {
    Chance.warning(evaluation).ifPresent(warning -> {
      host.err().println("Warning: " + warning);
      if (ModelImport.isImported(saved.provenance())) {
        host.err()
            .printf(
                "If the network was trained on other pixels, from 0 to 255 perhaps, import it again with %s 0..255.%n",
                Keys.PIXEL_RANGE.option());
      }
    });
  }

  private void warnOfReversal(ClassifierTest test, boolean isInverted) {
    TrainingBorder.in(test.saved().provenance())
        .flatMap(known -> PictureWarnings.reversal(
            "these images are", test.borderLightness(), known, isInverted, Keys.INVERT.option()))
        .ifPresent(warning -> host.err().println("Warning: " + warning));
  }

  private static ClassifierTest test(
      SavedClassifier saved, ModelInputs inputs, Settings settings, DatasetSources sources)
      throws IOException {
    DatasetSource source = settings.isChosen(Keys.DATASET)
        ? sources.configuredFor(inputs)
        : sources.named(datasetOf(saved).displayName());
    TestImages images = source.loadTest();
    try {
      return ClassifierTest.of(saved, images, settings.has(Keys.INVERT), settings.get(Keys.VIEWS));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The dataset that a model was trained on, if it is one that is known by name. */
  private static NamedDataset datasetOf(SavedClassifier saved) {
    String name = saved
        .datasetName()
        .orElseThrow(() -> new UsageException(
            "the model does not say what it was trained on: name a dataset with --dataset"));
    return NamedDataset.named(name)
        .orElseThrow(() -> new UsageException(
            "the model was trained on '%s', a name that says no place: name images that it was not trained on with --dataset"
                .formatted(name)));
  }
}

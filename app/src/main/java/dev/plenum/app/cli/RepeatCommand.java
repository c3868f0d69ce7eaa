package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.ShownTrainings;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.FixedNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Repetition;
import dev.plenum.experiment.Repetition.Finding;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.comparison.CellFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.report.page.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code plenum repeat}. */
record RepeatCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command(
            "repeat",
            "Repeats a training run from its record, and says whether the same bits come out. Leaves no"
                + " files.",
            this::run)
        .keys(Keys.KERNELS, Keys.THREADS, Keys.DATASET, Keys.DATA_DIR, Keys.PIXELS, Keys.FROM)
        .says(Keys.FROM, "where the model is now whose layers the run used (default: where it was)")
        .says(Keys.DATASET, "where the images are now (default: where the run found them)")
        .says(Keys.KERNELS, "the pure-Java engine's kernels (default: the run's)")
        .says(Keys.THREADS, "how many threads compute (default: as many as the run had)")
        .says(Keys.DATA_DIR, "where dataset files lie (default: where the run found them)")
        .argument("RUN", "the run.json of a network, or its folder")
        .examples("plenum repeat runs/mnist");
  }

  /** Exit code 1 if something came out differently. */
  private int run(Settings settings, List<String> arguments) throws IOException {
    Path file = StoredRun.recordOf(ModelFiles.path(host, arguments.get(0)));
    RunRecord recorded = RunRecord.read(file);
    CellFolder.requireWhole(recorded, file.resolveSibling(""));
    Settings again = EarlierSettings.of(recorded.setup().configuration(), file.toString())
        .again(settings, host.workingDirectory());
    Injector injector = Wiring.injector(host, again);
    Backend backend = injector.getInstance(Backend.class);
    Recipe recipe = Recipes.of(
        again,
        again.find(Keys.FROM).isPresent()
            ? new NetworkSources(again, host.workingDirectory()).configured()
            : new FixedNetwork(file.toString(), recorded.setup().network()),
        recorded.setup().optimizer());
    host.out()
        .println(
            "Recorded: " + platform(recorded.invocation().plenumVersion(), recorded.platform()));
    host.out().println("Repeated: " + platform(Plenum.version(), Platform.of(backend)));
    host.out().flush();
    backend.warmUp();
    TrainingData data = Trainings.images(injector.getInstance(DatasetSource.class), again);
    RunInputs.requireSameImages(recorded, file.resolveSibling(""), data.whole());
    Trainer trainer = new Trainer(backend, new ShownTrainings(host));
    List<Finding> findings = Repetition.of(recorded, recipe, data, trainer);
    TextTable table = new TextTable(Integer.MAX_VALUE);
    findings.forEach(finding -> table.add(
        List.of(finding.what(), finding.isSame() ? "same" : "DIFFERENT", finding.detail())));
    table.print(host.out());
    boolean isSame = findings.stream().allMatch(Finding::isSame);
    host.out().println(isSame ? "The bits agree." : "The bits differ.");
    return isSame ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private static String platform(String version, Platform platform) {
    return "plenum %s, %s %s, %s"
        .formatted(
            version,
            platform.engine().engine(),
            platform.engine().instructionSet(),
            platform.jvm());
  }
}

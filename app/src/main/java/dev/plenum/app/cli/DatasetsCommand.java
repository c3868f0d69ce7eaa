package dev.plenum.app.cli;

import dev.plenum.api.data.TrainTest;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.NamedDataset;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.experiment.run.ResultFolder;
import dev.plenum.report.audit.AuditReport;
import dev.plenum.report.page.DatasetTables;
import java.io.IOException;
import java.util.List;

/** {@code plenum datasets}, {@code datasets describe}, {@code audit} and {@code fetch}. */
record DatasetsCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command("datasets", "Lists the datasets and where their files are.", this::list)
        .keys(Keys.DATA_DIR)
        .with(new Command(
                "describe",
                "Reads a dataset and says what it holds: form, shape, classes, images of each, digest.",
                this::describe)
            .keys(Keys.DATA_DIR, Keys.IMAGE_SIZE, Keys.PREPARE, Keys.PIXELS)
            .argument("NAME|PATH", "what --dataset takes"))
        .with(new Command(
                "audit",
                "Looks for what is wrong with a dataset: broken files, copies and pictures that look alike "
                    + "(also of training images among those to measure by), uneven classes, blank and turned "
                    + "pictures, sizes. The exit code is 1 where a file is broken or a test image is a "
                    + "training image too.",
                this::audit)
            .keys(Keys.DATA_DIR, Keys.OUT)
            .says(
                Keys.OUT,
                "leave a page with samples of each class (%s) in this folder, which must be new or empty"
                    .formatted(AuditReport.FILE))
            .argument("NAME|PATH", "what --dataset takes"))
        .with(new Command(
                "fetch",
                "Makes sure that a dataset's files are here and good, and downloads them if not.",
                this::fetch)
            .keys(Keys.DATA_DIR)
            .argument("NAME", String.join(", ", NamedDataset.names())));
  }

  private int list(Settings settings, List<String> arguments) {
    DatasetSources sources = new DatasetSources(settings, host);
    DatasetTables.known(dataset -> place(dataset, sources)).print(host.out());
    return ExitCode.SUCCESS;
  }

  private static String place(NamedDataset dataset, DatasetSources sources) {
    return dataset
        .family()
        .map(family -> sources
            .withDataDir(family)
            .locate()
            .map(Object::toString)
            .orElse("not here yet; 'plenum datasets fetch " + dataset.displayName() + "'"))
        .orElse("needs no files");
  }

  private int describe(Settings settings, List<String> arguments) throws IOException {
    DatasetSource source = new DatasetSources(settings, host).named(arguments.get(0));
    TrainTest data = source.load();
    DatasetTables.print(source.form(), data, host.out());
    return ExitCode.SUCCESS;
  }

  private int audit(Settings settings, List<String> arguments) throws IOException {
    DatasetSource source = new DatasetSources(settings, host).named(arguments.get(0));
    if (settings.find(Keys.OUT).isEmpty()) {
      return printed(source.audit()).audit().isSound() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }
    try (ResultFolder folder = ResultFolder.claim(settings.find(Keys.OUT).get())) {
      AuditReport report = printed(source.audit());
      folder.publish(report::writeTo);
      host.out().println("Files: " + host.shown(folder.path()));
      return report.audit().isSound() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }
  }

  private AuditReport printed(DatasetAudit audit) {
    AuditReport report = new AuditReport(audit);
    report.print(host.out());
    return report;
  }

  private int fetch(Settings settings, List<String> arguments) throws IOException {
    String name = arguments.get(0);
    NamedDataset dataset = NamedDataset.named(name)
        .orElseThrow(() -> new UsageException("there is no dataset '%s'; there are %s"
            .formatted(name, String.join(", ", NamedDataset.names()))));
    if (dataset.family().isEmpty()) {
      host.out().println(name + " needs no files: Plenum draws it itself");
      return ExitCode.SUCCESS;
    }
    DatasetSources sources = new DatasetSources(settings, host);
    host.out().println(sources.withDataDir(dataset.family().get()).fetch());
    return ExitCode.SUCCESS;
  }
}

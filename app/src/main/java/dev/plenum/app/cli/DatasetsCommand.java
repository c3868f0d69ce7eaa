package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.NamedDataset;
import dev.plenum.report.page.TextTable;
import java.util.List;

/** {@code plenum datasets}. */
record DatasetsCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command("datasets", "Lists the datasets and where their files are.", this::run)
        .keys(Keys.DATA_DIR)
        .with(new FetchCommand(host).command());
  }

  private int run(Settings settings, List<String> arguments) {
    DatasetSources sources = new DatasetSources(settings, host);
    TextTable table = new TextTable(Integer.MAX_VALUE);
    table.add(List.of("NAME", "WHAT", "WHERE"));
    for (NamedDataset dataset : NamedDataset.values()) {
      table.add(List.of(dataset.displayName(), dataset.description(), place(dataset, sources)));
    }
    DatasetProvider.all()
        .forEach(provider -> table.add(
            List.of(provider.name(), provider.description(), provider.getClass().getName())));
    DatasetFormat.all()
        .forEach(format -> table.add(List.of("FILE|DIR", format.description(), "anywhere")));
    table.print(host.out());
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
}

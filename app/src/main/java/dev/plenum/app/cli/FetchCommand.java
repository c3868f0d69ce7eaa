package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Downloads;
import dev.plenum.app.progress.Progress;
import dev.plenum.datasets.IdxFamily;
import dev.plenum.datasets.NamedDataset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code plenum datasets fetch}. */
record FetchCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command(
            "fetch",
            "Makes sure that a dataset's files are here and good, and downloads them if not.",
            this::run)
        .keys(Keys.DATA_DIR)
        .argument("NAME", String.join(", ", NamedDataset.names()));
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    String name = arguments.get(0);
    NamedDataset dataset = NamedDataset.named(name)
        .orElseThrow(() -> new UsageException("there is no dataset '%s'; there are %s"
            .formatted(name, String.join(", ", NamedDataset.names()))));
    Optional<IdxFamily> family = dataset.family();
    if (family.isEmpty()) {
      host.out().println(name + " needs no files: Plenum draws it itself");
      return ExitCode.SUCCESS;
    }
    DatasetSources sources = new DatasetSources(settings, host);
    try (Downloads downloads = new Progress(host).downloads()) {
      host.out().println(sources.withDataDir(family.get()).progress(downloads).fetch());
    }
    return ExitCode.SUCCESS;
  }
}

package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.ReproduceRun;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.report.page.TextTable;
import dev.plenum.report.reference.StageTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code plenum reproduce}. */
final class ReproduceCommand implements Command {
  private static final Set<Key> OWN_NUMBERS = Set.of(Key.EPOCHS, Key.MEMBERS);

  private final Host host;
  private final List<String> commandLine;

  ReproduceCommand(Host host, List<String> commandLine) {
    this.host = host;
    this.commandLine = commandLine;
  }

  @Override
  public String name() {
    return "reproduce";
  }

  @Override
  public String description() {
    return "Runs the whole reference experiment, stage by stage, and writes a report with its table and"
        + " pictures.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.QUICK,
        Key.STAGES,
        Key.SEEDS,
        Key.EPOCHS,
        Key.MEMBERS,
        Key.SIDE_BY_SIDE,
        Key.BACKEND,
        Key.KERNELS,
        Key.THREADS,
        Key.BACKEND_SETTINGS,
        Key.DATASET,
        Key.DATA_DIR,
        Key.IMAGE_SIZE,
        Key.VALIDATION,
        Key.SPLIT_SEED,
        Key.SEED,
        Key.BATCH_SIZE,
        Key.CHECKPOINT_SECONDS,
        Key.RESUME,
        Key.OUT,
        Key.VERBOSE);
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.EPOCHS, "of every stage (default: the experiment's, 40 or 30)",
        Key.MEMBERS, "how many networks form a committee (default: the experiment's, 5)",
        Key.OUT, "where the results go; must be new or empty (default: runs/<time>-reproduce)",
        Key.SEEDS, "how often the stages 1a to 3 are run, with seed, seed + 1 … (default: 1)",
        Key.SEED, "the first network's of each stage; the others have seed + 1 … (default: 1)");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "plenum reproduce --quick",
        "plenum reproduce --dataset mnist --stages 1a,1b --out runs/reproduction");
  }

  /** The experiment has numbers of its own where none was chosen. */
  @Override
  public List<Key> keptKeys(Settings settings) {
    return keys().stream()
        .filter(key -> !OWN_NUMBERS.contains(key) || settings.isChosen(key))
        .toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    ReproduceRun run = injector.getInstance(ReproduceRun.class);
    try (RunFolder folder = RunFolders.claim(host, settings, this, commandLine, "")) {
      if (!RunFolders.isFinished(folder, ReproduceRun.RESULT, host)) {
        BackendHints.print(injector.getInstance(Backend.class), host.err());
        print(run.run(folder));
        host.out().println("Files: " + host.shown(folder.path()));
      }
      folder.finish();
    }
    return ExitCode.SUCCESS;
  }

  private void print(Reproduction reproduction) {
    host.out().println();
    TextTable table = new TextTable(StageTable.WORD_COLUMNS);
    StageTable.rows(reproduction).forEach(table::add);
    table.print(host.out());
    StageTable.notes(reproduction).forEach(host.out()::println);
  }
}

package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.train.RecordedRun;
import dev.plenum.app.train.Repetition;
import dev.plenum.app.train.Repetition.Finding;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.persistence.RunRecord.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code plenum repeat}. */
final class RepeatCommand implements Command {
  private final Host host;

  RepeatCommand(Host host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "repeat";
  }

  @Override
  public String description() {
    return "Repeats a training run from its record, and says whether the same bits come out. Leaves no"
        + " files.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.KERNELS, Key.THREADS, Key.DATASET, Key.DATA_DIR, Key.VERBOSE);
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.DATASET, "where the images are now (default: where the run found them)",
        Key.KERNELS, "the pure-Java engine's kernels (default: the run's)",
        Key.THREADS, "how many threads compute (default: as many as the run had)",
        Key.DATA_DIR, "where dataset files lie (default: where the run found them)");
  }

  @Override
  public List<String> examples() {
    return List.of("plenum repeat runs/mnist");
  }

  @Override
  public List<Argument> arguments() {
    return List.of(new Argument("RUN", "the run.json of a network, or its folder", false));
  }

  /** Exit code 1 if something came out differently. */
  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    RecordedRun recorded = RecordedRun.read(ModelFiles.path(host, arguments.get(0)));
    Settings again = recorded.settings().again(settings, host.workingDirectory());
    Injector injector = Wiring.injector(host, again);
    Backend backend = injector.getInstance(Backend.class);
    host.out().println("Recorded: " + recorded.platform());
    host.out().println("Repeated: " + platform(backend));
    host.out().flush();
    List<Finding> findings = injector.getInstance(Repetition.class).of(recorded);
    TextTable table = new TextTable(Integer.MAX_VALUE);
    findings.forEach(finding -> table.add(
        List.of(finding.what(), finding.isSame() ? "same" : "DIFFERENT", finding.detail())));
    table.print(host.out());
    boolean isSame = findings.stream().allMatch(Finding::isSame);
    host.out().println(isSame ? "The bits agree." : "The bits differ.");
    return isSame ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private static String platform(Backend backend) {
    Platform platform = Platform.of(backend);
    return "plenum %s, %s %s, %s"
        .formatted(
            Plenum.version(),
            platform.engine().engine(),
            platform.engine().instructionSet(),
            platform.jvm());
  }
}

package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.SettingsLoader;
import dev.plenum.app.host.Host;
import dev.plenum.report.page.TerminalStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command line as a whole. */
public final class Plenum {
  private static final String UNKNOWN_VERSION = "(unpackaged)";

  private final Host host;
  private boolean verbose;

  /** A command line in these surroundings. */
  public Plenum(Host host) {
    this.host = host;
  }

  /** The version of Plenum. */
  public static String version() {
    return Optional.ofNullable(Plenum.class.getPackage().getImplementationVersion())
        .orElse(UNKNOWN_VERSION);
  }

  /** Runs a command and returns the exit code; what fails is told on standard error. */
  public int run(String... args) {
    verbose = Arrays.asList(args).contains(Keys.VERBOSE.option());
    try {
      int exitCode = execute(args);
      return exitCode == ExitCode.SUCCESS ? afterOutput() : exitCode;
    } catch (IOException | RuntimeException | Error e) {
      Failure failure = Failure.of(e);
      failure.print(host.err(), verbose);
      return failure.exitCode();
    } finally {
      host.out().flush();
      host.err().flush();
    }
  }

  /** Results that did not get where they were to go, as on a full disk, are no success. */
  private int afterOutput() {
    if (!host.out().checkError()) {
      return ExitCode.SUCCESS;
    }
    host.err()
        .println(
            "plenum: standard output was closed, or could not be written to: some of what was to"
                + " be printed is lost");
    return ExitCode.FAILURE;
  }

  private int execute(String... args) throws IOException {
    SettingsLoader loader = new SettingsLoader(host.environment(), host.workingDirectory());
    Optional<CommandLineParser.Invocation> parsed = parse(args);
    if (parsed.isEmpty()) {
      return ExitCode.SUCCESS;
    }
    CommandLineParser.Invocation invocation = parsed.get();
    Settings settings = loader
        .load(invocation.configFile(), invocation.options())
        .only(invocation.command().keys());
    if (settings.has(Keys.VERBOSE)) {
      verbose = true;
      Logging.showDetails(settings);
    }
    return invocation.command().run(settings, invocation.arguments());
  }

  /** What a command line asks for; empty if that was help, which has been printed. */
  Optional<CommandLineParser.Invocation> parse(String... args) {
    return new CommandLineParser(commands(args), version(), TerminalStream.behind(host.out()))
        .parse(args);
  }

  private List<Command> commands(String... args) {
    RunFolders folders = new RunFolders(host, List.of(args));
    return List.of(
        new TrainCommand(host, folders).command(),
        new CommitteeCommand(host, folders).command(),
        new ReproduceCommand(host, folders).command(),
        new CompareCommand(host, folders).command(),
        new SearchCommand(host, folders).command(),
        new AblateCommand(host, folders).command(),
        new RepeatCommand(host).command(),
        new PlotCommand(host).command(),
        new WatchCommand(host).command(),
        new EvaluateCommand(host).command(),
        new AnalyzeCommand(host).command(),
        new PredictCommand(host).command(),
        new ServeCommand(host).command(),
        new ExportCommand(host).command(),
        new ImportCommand(host).command(),
        new SummaryCommand(host).command(),
        new BackendsCommand(host).command(),
        new DatasetsCommand(host).command(),
        new CompareCellCommand(host, folders).command());
  }
}

package dev.plenum.benchmarks;

import dev.plenum.benchmarks.kernels.KernelsCommand;
import dev.plenum.benchmarks.peak.PeakCommand;
import dev.plenum.benchmarks.pictures.PicturesCommand;
import dev.plenum.benchmarks.training.CellCommand;
import dev.plenum.benchmarks.training.TrainingCommand;
import dev.plenum.persistence.IoReason;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command line as a whole.
 *
 * @param out where results go
 * @param err where progress and errors go
 */
public record Benchmarks(PrintStream out, PrintStream err) {

  /** Runs a command and returns the exit code: 1 for a failure, 2 for wrong usage. */
  public int run(String... args) {
    CommandSpec root = CommandSpec.create().name("benchmarks/run").addOption(help());
    root.usageMessage().description("Measures how fast Plenum is on this machine.");
    CommandLine commandLine = new CommandLine(root)
        .addSubcommand(new KernelsCommand(out, err))
        .addSubcommand(new TrainingCommand(out, err))
        .addSubcommand(new PicturesCommand(out))
        .addSubcommand(new CellCommand())
        .addSubcommand(new PeakCommand())
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, all) -> fail(e))
        .setExecutionExceptionHandler((e, command, parsed) -> fail(e));
    return commandLine.execute(args);
  }

  private int fail(Exception e) {
    String reason = e instanceof IOException io ? IoReason.of(io) : e.getMessage();
    err.println("benchmarks: " + reason);
    boolean isUsage = e instanceof ParameterException || e instanceof IllegalArgumentException;
    return isUsage ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .scopeType(ScopeType.INHERIT)
        .description("show this help")
        .build();
  }
}

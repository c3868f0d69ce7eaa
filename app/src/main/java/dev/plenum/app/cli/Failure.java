package dev.plenum.app.cli;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.service.Nearest;
import dev.plenum.app.config.UsageException;
import dev.plenum.ensemble.MemberFailedException;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.IoReason;
import dev.plenum.persistence.TrainingInterruptedException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Why a command ended early.
 *
 * @param cause what was thrown, without what only wraps it
 */
public record Failure(Throwable cause) {

  /** A message may list things, each on a line of its own; any other line break is from outside. */
  private static final Pattern LISTED = Pattern.compile("\\R(?=  \\S)");

  /** Takes off what only wraps the cause. */
  public static Failure of(Throwable thrown) {
    Throwable cause = thrown;
    while (isWrapper(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Failure(cause);
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof ProvisionException
        || thrown instanceof CreationException
        || thrown instanceof UncheckedIOException;
  }

  /** Prints one message; none about an interruption, which the run's folder tells. */
  public void print(PrintStream err, boolean withStackTrace) {
    if (isInterruption()) {
      return;
    }
    LISTED.splitAsStream("plenum: " + message()).forEach(err::println);
    if (cause instanceof ParameterException e) {
      err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    }
    if (withStackTrace) {
      cause.printStackTrace(err);
    }
    err.flush();
  }

  private boolean isInterruption() {
    return reason() instanceof TrainingInterruptedException;
  }

  private @Nullable Throwable reason() {
    return cause instanceof MemberFailedException ? cause.getCause() : cause;
  }

  /** What the process tells its caller, see {@link ExitCode}. */
  public int exitCode() {
    if (isInterruption()) {
      return ExitCode.INTERRUPTED;
    }
    Throwable reason = reason();
    return reason instanceof UsageException
            || reason instanceof RunRefusedException
            || reason instanceof ParameterException
            || reason instanceof BackendUnavailableException
            || reason instanceof InvalidNetworkException
            || reason instanceof InvalidJsonException
        ? ExitCode.USAGE
        : ExitCode.FAILURE;
  }

  private String message() {
    if (cause instanceof OutOfMemoryError) {
      return String.format(
          Locale.ROOT,
          "the Java heap of %,d MB is too small. A smaller --batch-size or --limit needs less; JDK_JAVA_OPTIONS=-Xmx8g gives more",
          Runtime.getRuntime().maxMemory() >> 20);
    }
    if (cause instanceof UnmatchedArgumentException e) {
      return unmatched(e);
    }
    if (cause instanceof IOException e) {
      return IoReason.of(e);
    }
    String message = cause.getMessage();
    return cause instanceof RuntimeException && message != null ? message : cause.toString();
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String found = e.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (found.startsWith("-")) {
      String name = found.split("=", 2)[0];
      List<String> known = command.optionsMap().keySet().stream()
          .filter(option -> option.startsWith("--"))
          .toList();
      return "unknown option '%s'%s"
          .formatted(
              name,
              Nearest.to(name, known).map("; the nearest is '%s'"::formatted).orElse(""));
    }
    return command.subcommands().isEmpty()
        ? "'%s' is one argument too many".formatted(found)
        : "there is no command '%s'; there are: %s"
            .formatted(found, CommandLineParser.names(command));
  }
}

package dev.plenum.experiment.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the exit code of a JVM that failed means. */
final class ExitReason {
  /** POSIX systems add this to the signal that ended a process. */
  private static final int SIGNAL_BASE = 128;

  private static final int LAST_SIGNAL = 64;

  /** How Plenum begins the message about what failed. */
  private static final String MESSAGE = "plenum: ";

  private static final Map<Integer, String> SIGNALS = Map.of(
      2, "SIGINT, an interruption from the keyboard",
      4, "SIGILL, an instruction that the processor does not have",
      6, "SIGABRT, a crash",
      7, "SIGBUS, a crash",
      8, "SIGFPE, a crash",
      9, "SIGKILL: someone killed it, or the system ran out of memory",
      11, "SIGSEGV, a crash",
      15, "SIGTERM: someone ended it");

  private ExitReason() {}

  /**
   * In words, without a full stop.
   *
   * @param lastLines what it printed last: the message, if it had the time to leave one
   */
  static String of(int exitCode, List<String> lastLines) {
    return lastLines.stream()
        .filter(line -> line.startsWith(MESSAGE))
        .map(line -> line.substring(MESSAGE.length()))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> of(exitCode));
  }

  private static String of(int exitCode) {
    int signal = exitCode - SIGNAL_BASE;
    if (signal < 1 || signal > LAST_SIGNAL) {
      return exitCode == 0
          ? "its JVM ended without leaving results"
          : "its JVM ended with exit code " + exitCode;
    }
    String meaning = SIGNALS.get(signal);
    return String.format(
        Locale.ROOT,
        "its JVM was ended by signal %d%s",
        signal,
        meaning == null ? "" : " (" + meaning + ")");
  }
}

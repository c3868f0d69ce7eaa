package dev.plenum.app.cli;

/** What the process tells its caller. */
public final class ExitCode {
  /** All went well. */
  public static final int SUCCESS = 0;

  /** Something failed while running. */
  public static final int FAILURE = 1;

  /** Wrong usage or configuration. */
  public static final int USAGE = 2;

  /** Interrupted, as a shell reports it for Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}

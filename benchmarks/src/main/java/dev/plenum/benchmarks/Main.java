package dev.plenum.benchmarks;

/** Where the process starts. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new Benchmarks(System.out, System.err).run(args));
  }
}

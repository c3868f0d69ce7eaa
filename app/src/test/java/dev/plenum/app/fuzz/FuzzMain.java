package dev.plenum.app.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the fuzzer in a process of its own, whose memory and temporary folder are bounded. */
public final class FuzzMain {
  private FuzzMain() {}

  /** The seed, the number of the first case, how many cases there are, an empty folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Fuzzer fuzzer = new Fuzzer(Long.parseLong(args[0]), Path.of(args[3]), System.out);
    System.exit(fuzzer.run(Long.parseLong(args[1]), Long.parseLong(args[2])) ? 0 : 1);
  }
}

package dev.plenum.app;

import dev.plenum.app.cli.Plenum;
import dev.plenum.app.host.Host;

/** Where the process starts. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true"); // pictures are drawn without a screen
    // Guice would make classes with a method of Unsafe that JDK 25 warns about on standard error.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    System.exit(new Plenum(Host.ofProcess(Main.class)).run(args));
  }
}

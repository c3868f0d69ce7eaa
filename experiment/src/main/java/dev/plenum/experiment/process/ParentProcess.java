package dev.plenum.experiment.process;

/** The process that started this one. */
public final class ParentProcess {
  private ParentProcess() {}

  /**
   * Ends this process as soon as its parent has ended: whoever is killed must not leave a training behind
   * that nobody waits for.
   *
   * @param exitCode of this process then
   */
  public static void endWithIt(int exitCode) {
    ProcessHandle.current().parent().ifPresent(parent -> {
      Thread watch = new Thread(
          () -> {
            parent.onExit().join();
            Runtime.getRuntime().exit(exitCode);
          },
          "plenum-end-with-parent");
      watch.setDaemon(true);
      watch.start();
    });
  }
}

package dev.plenum.experiment.process;

import java.util.concurrent.CountDownLatch;

/** What a process does that works until it is told to end. */
public final class EndOfProcess {
  private EndOfProcess() {}

  /**
   * Waits until the process is told to end, by Ctrl-C or SIGTERM, or this thread is interrupted.
   *
   * @param close what is done before the process ends
   * @param thread the name of the thread that does it
   */
  public static void await(Runnable close, String thread) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, thread));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.plenum.benchmarks.training;

import com.sun.management.ThreadMXBean;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures what all threads allocate on the Java heap in a step, from the end of an epoch's first step
 * to the end of its last: what an epoch allocates as it begins and ends does not count.
 */
final class AllocationMeter implements Callback {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long afterFirstStep;
  private double bytesPerStep;

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    if (step == 0) {
      afterFirstStep = allocated();
    } else if (step == training.steps() - 1) {
      bytesPerStep = (double) (allocated() - afterFirstStep) / step;
    }
  }

  /** Since each thread's start; it is -1 for a thread that has just ended. */
  private long allocated() {
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }

  /** The mean of the last epoch that was watched. */
  double bytesPerStep() {
    return bytesPerStep;
  }
}

package dev.plenum.spark.internal;

/** Why a job failed, out of Spark's message with the stack traces of all attempts. */
final class SparkReason {
  private static final String LAST = "Lost task";
  private static final String DRIVER_STACK = "Driver stacktrace:";

  private SparkReason() {}

  /** In words, on one line. */
  static String of(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf(DRIVER_STACK);
    String task = end < 0 ? message : message.substring(0, end);
    int begin = task.indexOf(LAST);
    String reason = begin < 0 ? task : task.substring(begin);
    return reason.lines().findFirst().orElse(reason).strip();
  }
}

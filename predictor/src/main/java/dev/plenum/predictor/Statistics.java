package dev.plenum.predictor;

/**
 * What a predictor did since it was opened. The counts are taken one after another while it goes on, so
 * that they may differ by the requests of a moment; when it is idle, {@code requests = answered + refused +
 * rejected + failed}.
 *
 * @param requests pictures that were asked about
 * @param answered those that got an answer
 * @param refused those that could not be read or were too large
 * @param rejected those that came when the queue was full
 * @param failed those that got no answer for another reason: cancelled, or come when the predictor was
 *     closed, or the model failed
 * @param waiting how many wait in the queue now
 * @param batches how many times the model was asked for one picture or several at once
 * @param replacements how many times another model took over
 * @param latency how long the last answers took
 */
public record Statistics(
    long requests,
    long answered,
    long refused,
    long rejected,
    long failed,
    int waiting,
    long batches,
    long replacements,
    Latency latency) {

  /**
   * From the call to the answer, decoding and waiting included, of the last 4,096 answers; all 0 before the
   * first. The percentiles are the nearest ranks.
   *
   * @param answers of how many answers
   * @param p50Millis half of them took no longer, in milliseconds
   * @param p90Millis 90 % of them took no longer, in milliseconds
   * @param p99Millis 99 % of them took no longer, in milliseconds
   * @param maxMillis none of them took longer, in milliseconds
   */
  public record Latency(
      int answers, double p50Millis, double p90Millis, double p99Millis, double maxMillis) {}
}

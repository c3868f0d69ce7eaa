package dev.plenum.serve.http;

/** Is told of each request that was answered. */
@FunctionalInterface
public interface Observer {
  /**
   * One was answered.
   *
   * @param route the path of its route, or "" for files and for what has no route
   * @param status of HTTP
   * @param nanoseconds from the arrival of its header to the end of the answer
   */
  void answered(String route, int status, long nanoseconds);
}

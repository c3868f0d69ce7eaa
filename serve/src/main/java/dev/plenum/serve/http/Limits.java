package dev.plenum.serve.http;

import java.time.Duration;

/**
 * What one client, and all of them together, may take of a server.
 *
 * @param bodyBytes of one request
 * @param heldBytes of the bodies of all requests that are not answered yet
 * @param connections at once; more of them wait until one is closed
 * @param idle how long nothing may come on a connection until it is closed
 * @param arrival how long the header of a request may take to arrive, and then its body
 * @param stop how long requests may take to be answered after the server was told to stop;
 *     connections without a request are closed after a tenth of it
 */
public record Limits(
    long bodyBytes,
    long heldBytes,
    int connections,
    Duration idle,
    Duration arrival,
    Duration stop) {
  private static final long MIB = 1 << 20;

  /** {@return 10 MiB, a quarter of the heap but at least 16 MiB, 16,384 connections, 30 s, 15 s, 10 s} */
  public static Limits defaults() {
    return new Limits(
        10 * MIB,
        Math.max(16 * MIB, Runtime.getRuntime().maxMemory() / 4),
        16_384,
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        Duration.ofSeconds(10));
  }

  /**
   * {@return the same with another limit for the body of a request}
   *
   * @param other in bytes
   */
  public Limits withBodyBytes(long other) {
    return new Limits(other, heldBytes, connections, idle, arrival, stop);
  }

  /**
   * {@return the same with another time for a connection to be idle}
   *
   * @param other how long nothing may come on it until it is closed
   */
  public Limits withIdle(Duration other) {
    return new Limits(bodyBytes, heldBytes, connections, other, arrival, stop);
  }

  /**
   * {@return the same with another time for a request to arrive}
   *
   * @param other how long its header may take, and then its body
   */
  public Limits withArrival(Duration other) {
    return new Limits(bodyBytes, heldBytes, connections, idle, other, stop);
  }

  /**
   * {@return the same with another number of connections}
   *
   * @param other how many at once; more of them wait until one is closed
   */
  public Limits withConnections(int other) {
    return new Limits(bodyBytes, heldBytes, other, idle, arrival, stop);
  }

  /**
   * {@return the same with another time to stop in}
   *
   * @param other how long requests may take to be answered after the server was told to stop
   */
  public Limits withStop(Duration other) {
    return new Limits(bodyBytes, heldBytes, connections, idle, arrival, other);
  }

  /**
   * {@return the same with another limit for all bodies together}
   *
   * @param other in bytes, of all requests that are not answered yet
   */
  public Limits withHeldBytes(long other) {
    return new Limits(bodyBytes, other, connections, idle, arrival, stop);
  }
}

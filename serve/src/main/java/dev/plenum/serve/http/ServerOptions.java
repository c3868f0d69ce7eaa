package dev.plenum.serve.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where a server listens, and who may ask it.
 *
 * @param host a name or address of this machine
 * @param port 0 for any that is free
 * @param token what every request but those for files of pages and for {@code /health} must bring
 *     as {@code Authorization: Bearer TOKEN}
 * @param limits what one client may take
 */
public record ServerOptions(String host, int port, Optional<String> token, Limits limits) {
  private static final int MINIMUM_TOKEN = 16;
  private static final int MAXIMUM_PORT = 65_535;

  /**
   * Checks them.
   *
   * @param host a name or address of this machine; one that other machines reach needs a token
   * @param port from 1 to 65,535, or 0 for any that is free
   * @param token of at least 16 characters; empty if requests need to bring none
   * @param limits what one client may take
   * @throws IllegalArgumentException if the port is none, the token is short, or there is none for a
   *     host that other machines reach
   */
  public ServerOptions {
    if (port < 0 || port > MAXIMUM_PORT) {
      throw new IllegalArgumentException(Text.format(
          "the port is %d; it must be from 0 (any free one) to %d", port, MAXIMUM_PORT));
    }
    if (token.isPresent() && token.get().length() < MINIMUM_TOKEN) {
      throw new IllegalArgumentException(Text.format(
          "the token has %d characters; it must have at least %d, so that nobody guesses it",
          token.get().length(), MINIMUM_TOKEN));
    }
    if (token.isEmpty() && !isLoopback(host)) {
      throw new IllegalArgumentException(Text.format(
          "other machines reach the host %s; a token is needed, or a host of this machine only"
              + " (localhost)",
          host));
    }
  }

  /** {@return options for this machine only, at any free port, without a token} */
  public static ServerOptions defaults() {
    return new ServerOptions("localhost", 0, Optional.empty(), Limits.defaults());
  }

  /**
   * {@return the same at another port}
   *
   * @param other from 1 to 65,535, or 0 for any that is free
   */
  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, token, limits);
  }

  /**
   * {@return the same with other limits}
   *
   * @param other what one client may take
   */
  public ServerOptions withLimits(Limits other) {
    return new ServerOptions(host, port, token, other);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          Text.format("there is no host %s; name this machine, or one of its addresses", host), e);
    }
  }
}

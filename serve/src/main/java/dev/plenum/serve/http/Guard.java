package dev.plenum.serve.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Who may ask what. */
final class Guard {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String BEARER = "Bearer ";

  private final ServerOptions options;

  Guard(ServerOptions options) {
    this.options = options;
  }

  /**
   * Pages of other sites that a browser on this machine shows must neither read nor do anything. Where
   * there is a token, they do not have it.
   */
  Optional<Problem> site(Request request) {
    if (options.token().isPresent()) {
      return Optional.empty();
    }
    String host = Optional.ofNullable(Request.getServerName(request)).orElse("");
    if (!LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.of(new Problem(
          421,
          "The request is for another host",
          "the host " + host,
          "ask for localhost: this server answers this machine only"));
    }
    HttpFields headers = request.getHeaders();
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin != null
        && !READING.contains(request.getMethod())
        && !authority(origin).equalsIgnoreCase(headers.get(HttpHeader.HOST))) {
      return Optional.of(new Problem(
          403,
          "A page of another site sent the request",
          "the origin " + origin,
          "send it from the server's own page, or from a program"));
    }
    return Optional.empty();
  }

  /** Whoever has no token learns nothing. */
  Optional<Problem> token(Request request) {
    if (options.token().isEmpty()) {
      return Optional.empty();
    }
    String header =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse("");
    boolean isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    String given = isBearer ? header.substring(BEARER.length()).strip() : "";
    return MessageDigest.isEqual(bytes(given), bytes(options.token().get()))
        ? Optional.empty()
        : Optional.of(new Problem(
            401,
            "The request has no valid token",
            given.isEmpty() ? "no header Authorization: Bearer" : "another token",
            "send the header Authorization: Bearer TOKEN with the token that the server was"
                + " started with"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}

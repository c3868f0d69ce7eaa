package dev.plenum.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request was not answered as it wished, for whoever sent it (RFC 9457).
 *
 * @param status of HTTP, from 400
 * @param title what happened, as a sentence without its full stop
 * @param found what was found in the request
 * @param remedy what to do
 */
public record Problem(int status, String title, String found, String remedy) {
  /** The media type of its JSON. */
  static final String TYPE = "application/problem+json";

  private static final Map<String, String> SOON = Map.of("Retry-After", "1");
  private static final Map<Integer, Map<String, String>> HEADERS =
      Map.of(401, Map.of("WWW-Authenticate", "Bearer"), 429, SOON, 503, SOON);

  /**
   * {@return it as an answer} It has a header that says when to try again where the server is busy, and one
   * that names the kind of token that is needed where it is missing.
   */
  public Reply reply() {
    return new Reply(status, TYPE, Json.bytes(json()), HEADERS.getOrDefault(status, Map.of()));
  }

  /** {@return it as a part of JSON} */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("status", status);
    json.put("found", found);
    json.put("remedy", remedy);
    return json;
  }

  /** {@return it as an exception} */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}

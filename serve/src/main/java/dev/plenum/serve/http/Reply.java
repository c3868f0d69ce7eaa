package dev.plenum.serve.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a server answers.
 *
 * @param status of HTTP
 * @param type the media type of its body
 * @param body nobody may change it afterwards
 * @param headers further ones, by name
 */
@SuppressWarnings("ArrayRecordComponent") // it is written once, and never compared
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  /** The media type of JSON. */
  public static final String JSON = "application/json";

  /**
   * {@return a value as JSON}
   *
   * @param value maps, lists, texts, numbers, and records of these
   */
  public static Reply json(Object value) {
    return json(Json.bytes(value));
  }

  /**
   * {@return JSON that is written already}
   *
   * @param json in UTF-8; not copied, and nobody may change it afterwards
   */
  public static Reply json(byte[] json) {
    return new Reply(200, JSON, json, Map.of());
  }

  /**
   * {@return some text}
   *
   * @param type its media type
   * @param text is sent in UTF-8
   */
  public static Reply text(String type, String text) {
    return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /**
   * {@return the same with another status}
   *
   * @param other the status of HTTP
   */
  public Reply withStatus(int other) {
    return new Reply(other, type, body, headers);
  }
}

package dev.plenum.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Values as JSON. */
final class Json {
  private static final ObjectWriter WRITER = new ObjectMapper().writer();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it cannot be written as JSON", e);
    }
  }
}

package dev.plenum.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON text to trees and back, in one fixed style, the same bytes on every JVM. */
final class Json {
  /** A document that takes little space can have a great many of them, each an object in memory. */
  private static final long MOST_TOKENS = 1_000_000;

  private static final int LONGEST_NAME = 10_000;

  /** What is nested deeper cannot be written again as a part of something else. */
  private static final int DEEPEST = 200;

  /**
   * The fast double writer is there for its digits, not its speed: {@link Double#toString} gives
   * other digits before JDK 19.
   */
  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxTokenCount(MOST_TOKENS)
              .maxNameLength(LONGEST_NAME)
              .maxNestingDepth(DEEPEST)
              .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonValue parse(String json, String source) {
    try {
      return JsonValue.root(source, MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw malformed(source, e);
    }
  }

  static JsonValue parse(byte[] json, String source) {
    try {
      return JsonValue.root(source, MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw malformed(source, e);
    } catch (IOException e) {
      throw new InvalidJsonException(source + ": not valid JSON: " + e.getMessage());
    }
  }

  private static InvalidJsonException malformed(String source, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null
        ? ""
        : String.format(Locale.ROOT, " at line %d, column %d", at.getLineNr(), at.getColumnNr());
    return new InvalidJsonException("%s: not valid JSON%s: %s"
        .formatted(source, place, Shortened.problem(e.getOriginalMessage())));
  }

  /** Indented, with a line break at the end. */
  static String pretty(JsonNode node) {
    return write(PRETTY, node) + "\n";
  }

  /** On one line. */
  static String compact(JsonNode node) {
    return write(MAPPER.writer(), node);
  }

  private static String write(ObjectWriter writer, JsonNode node) {
    try {
      return writer.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can always be written", e);
    }
  }

  /** The shortest digits that give the number back, the same on every JVM. */
  static String digits(double value) {
    return NumberOutput.toString(value, true);
  }

  /** A value that something has said of itself. */
  static JsonNode node(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return NullNode.getInstance();
    }
    return value instanceof Map
            || value instanceof List
            || value instanceof Number
            || value instanceof Boolean
        ? MAPPER.valueToTree(value)
        : TextNode.valueOf(value.toString());
  }

  /** An object's values as Java's. */
  static Map<String, Object> map(ObjectNode node) {
    return MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  /** Sets a number; JSON has no NaN and no infinities, they become null. */
  static void put(ObjectNode object, String key, double value) {
    if (Double.isFinite(value)) {
      object.put(key, value);
    } else {
      object.putNull(key);
    }
  }
}

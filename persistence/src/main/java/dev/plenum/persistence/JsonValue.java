package dev.plenum.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A value in a JSON document that knows where it stands, so that every complaint can say so.
 *
 * @param source the document, for messages
 * @param path the place in it: {@code layers[2].filters}; empty for the whole
 * @param node the value
 */
record JsonValue(String source, String path, JsonNode node) {
  private static final int LONGEST_QUOTE = 60;

  static JsonValue root(String source, JsonNode node) {
    return new JsonValue(source, "", node);
  }

  /** Checks that this is an object with no other keys than these. */
  JsonValue object(String... allowed) {
    List<String> known = Arrays.asList(allowed);
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw error("unknown key '%s'; allowed: %s".formatted(key, String.join(", ", allowed)));
      }
    }
    return this;
  }

  /** The keys of this object, in the document's order. */
  Set<String> keys() {
    if (!node.isObject()) {
      throw expected("an object {…}");
    }
    Set<String> keys = new LinkedHashSet<>();
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    return keys;
  }

  JsonValue required(String key) {
    return optional(key)
        .orElseThrow(() -> error("the key '%s' is missing; found: %s"
            .formatted(key, keys().isEmpty() ? "no keys" : String.join(", ", keys()))));
  }

  Optional<JsonValue> optional(String key) {
    return keys().contains(key)
        ? Optional.of(new JsonValue(source, path.isEmpty() ? key : path + "." + key, node.get(key)))
        : Optional.empty();
  }

  List<JsonValue> elements() {
    if (!node.isArray()) {
      throw expected("a list […]");
    }
    List<JsonValue> elements = new ArrayList<>();
    for (JsonNode element : node) {
      elements.add(new JsonValue(source, path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  int intValue() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number of at most " + Integer.MAX_VALUE);
    }
    return node.intValue();
  }

  long longValue() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("a whole number");
    }
    return node.longValue();
  }

  double doubleValue() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  boolean booleanValue() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  /** The one of these values whose {@code toString} is this text. */
  <T> T oneOf(List<T> allowed) {
    return allowed.stream()
        .filter(value -> node.isTextual() && node.textValue().equals(value.toString()))
        .findFirst()
        .orElseThrow(() -> expected("one of " + allowed));
  }

  /** What a factory makes; its complaint about a bad value gets the place of this value. */
  <T> T make(Supplier<T> factory) {
    try {
      return factory.get();
    } catch (InvalidJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  InvalidJsonException expected(String allowed) {
    String found = node.isMissingNode() ? "nothing" : node.toString();
    return error("%s is needed, found %s"
        .formatted(
            allowed,
            found.length() <= LONGEST_QUOTE ? found : found.substring(0, LONGEST_QUOTE) + "…"));
  }

  InvalidJsonException error(String problem) {
    return new InvalidJsonException(source + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
  }
}

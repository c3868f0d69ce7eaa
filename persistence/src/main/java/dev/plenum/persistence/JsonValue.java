package dev.plenum.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A value in a JSON document that knows where it stands, so that every complaint can say so. All
 * methods throw {@link InvalidJsonException} where the value is not what they ask for.
 */
public final class JsonValue {
  private static final int LONGEST_QUOTE = 60;

  private final String source;
  /** The place in the document: {@code layers[2].filters}; empty for the whole. */
  private final String path;

  private final JsonNode node;

  /** No file that is written here comes near it. */
  private static final int LONGEST_FILE = 1 << 26;

  private JsonValue(String source, String path, JsonNode node) {
    this.source = source;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidJsonException if it is not valid JSON, or has a key twice; the message names it
   * @throws IOException if it cannot be read, or is no text; the message names it
   */
  public static JsonValue read(Path file) throws IOException {
    return parse(TextFile.read(file, LONGEST_FILE), file.toString());
  }

  /**
   * Reads a document.
   *
   * @param source what to call it in messages: a file's name
   * @throws InvalidJsonException if it is not valid JSON, or has a key twice
   */
  public static JsonValue parse(String json, String source) {
    return Json.parse(json, source);
  }

  static JsonValue root(String source, JsonNode node) {
    return new JsonValue(source, "", node);
  }

  JsonNode node() {
    return node;
  }

  /** Checks that this is an object with no other keys than these. */
  public JsonValue object(String... allowed) {
    List<String> known = Arrays.asList(allowed);
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw error("unknown key '%s'; allowed: %s".formatted(key, String.join(", ", allowed)));
      }
    }
    return this;
  }

  /** The keys of this object, in the document's order. */
  public Set<String> keys() {
    requireObject();
    Set<String> keys = new LinkedHashSet<>();
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    return keys;
  }

  private void requireObject() {
    if (!node.isObject()) {
      throw expected("an object {…}");
    }
  }

  /** The value of that key, which must be there. */
  public JsonValue required(String key) {
    return optional(key)
        .orElseThrow(() -> error("the key '%s' is missing; found: %s"
            .formatted(key, keys().isEmpty() ? "no keys" : String.join(", ", keys()))));
  }

  /** The value of that key, if it is there. */
  public Optional<JsonValue> optional(String key) {
    requireObject();
    return Optional.ofNullable(node.get(key))
        .map(value -> new JsonValue(source, path.isEmpty() ? key : path + "." + key, value));
  }

  /** The elements of this list. */
  public List<JsonValue> elements() {
    if (!node.isArray()) {
      throw expected("a list […]");
    }
    List<JsonValue> elements = new ArrayList<>();
    for (JsonNode element : node) {
      elements.add(new JsonValue(source, path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  /** An object at this place in the document, to be read instead of what is there. */
  public JsonValue replacedBy(JsonObject content) {
    return new JsonValue(source, path, content.node());
  }

  /** Whether this is null. */
  public boolean isNull() {
    return node.isNull();
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return node.isObject();
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node.isArray();
  }

  /** This whole number. */
  public int intValue() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number of at most " + Integer.MAX_VALUE);
    }
    return node.intValue();
  }

  /** This whole number. */
  public long longValue() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("a whole number");
    }
    return node.longValue();
  }

  /** This number; finite. */
  public double doubleValue() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  /** This truth value. */
  public boolean booleanValue() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  /** The number of that key, if it is there. */
  public double number(String key, double otherwise) {
    return optional(key).map(JsonValue::doubleValue).orElse(otherwise);
  }

  /** The whole number of that key, if it is there. */
  public int whole(String key, int otherwise) {
    return optional(key).map(JsonValue::intValue).orElse(otherwise);
  }

  /** The truth value of that key, if it is there. */
  public boolean flag(String key, boolean otherwise) {
    return optional(key).map(JsonValue::booleanValue).orElse(otherwise);
  }

  /** This text. */
  public String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  /** The one of these values whose {@code toString} is this text. */
  public <T> T oneOf(List<T> allowed) {
    return allowed.stream()
        .filter(value -> node.isTextual() && node.textValue().equals(value.toString()))
        .findFirst()
        .orElseThrow(() -> expected("one of " + allowed));
  }

  /** The JSON text on one line. */
  @Override
  public String toString() {
    return Json.compact(node);
  }

  /** What a factory makes; its {@link IllegalArgumentException} gets the place of this value. */
  public <T> T make(Supplier<T> factory) {
    try {
      return factory.get();
    } catch (InvalidJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  /** The complaint that something else was found than what is allowed. */
  public InvalidJsonException expected(String allowed) {
    String found = node.isMissingNode() ? "nothing" : node.toString();
    return error("%s is needed, found %s".formatted(allowed, Shortened.to(LONGEST_QUOTE, found)));
  }

  /** A complaint about this value. */
  public InvalidJsonException error(String problem) {
    String place = path.isEmpty() ? "" : Shortened.problem(path) + ": ";
    return new InvalidJsonException(source + ": " + place + Shortened.problem(problem));
  }
}

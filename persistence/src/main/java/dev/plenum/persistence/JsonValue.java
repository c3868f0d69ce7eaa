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
   * @param file a text in UTF-8 of 64 MiB at most; its path is what messages call it
   * @return the whole document
   * @throws InvalidJsonException if it is not valid JSON, or has a key twice; the message names it
   * @throws IOException if it cannot be read, or is no text; the message names it
   */
  public static JsonValue read(Path file) throws IOException {
    return parse(TextFile.read(file, LONGEST_FILE), file.toString());
  }

  /**
   * Reads a document.
   *
   * @param json the text of a whole document
   * @param source what to call it in messages: a file's name
   * @return the whole document
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

  /**
   * Checks that this is an object with no other keys than these.
   *
   * @param allowed the keys that there may be; none of them must be
   * @return this
   */
  public JsonValue object(String... allowed) {
    List<String> known = Arrays.asList(allowed);
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw error("unknown key '%s'; allowed: %s".formatted(key, String.join(", ", allowed)));
      }
    }
    return this;
  }

  /** {@return the keys of this object, in the document's order} */
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

  /**
   * {@return the value of that key, which must be there}
   *
   * @param key one of this object itself, not of an object in it
   */
  public JsonValue required(String key) {
    return optional(key)
        .orElseThrow(() -> error("the key '%s' is missing; found: %s"
            .formatted(key, keys().isEmpty() ? "no keys" : String.join(", ", keys()))));
  }

  /**
   * {@return the value of that key, if it is there}
   *
   * @param key one of this object itself, not of an object in it
   */
  public Optional<JsonValue> optional(String key) {
    requireObject();
    return Optional.ofNullable(node.get(key))
        .map(value -> new JsonValue(source, path.isEmpty() ? key : path + "." + key, value));
  }

  /** {@return the elements of this list} */
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

  /**
   * {@return an object at this place in the document, to be read instead of what is there}
   *
   * @param content what it holds; complaints about it name this place
   */
  public JsonValue replacedBy(JsonObject content) {
    return new JsonValue(source, path, content.node());
  }

  /** {@return whether this is null} */
  public boolean isNull() {
    return node.isNull();
  }

  /** {@return whether this is an object} */
  public boolean isObject() {
    return node.isObject();
  }

  /** {@return whether this is a list} */
  public boolean isList() {
    return node.isArray();
  }

  /** {@return this whole number} */
  public int intValue() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number of at most " + Integer.MAX_VALUE);
    }
    return node.intValue();
  }

  /** {@return this whole number} */
  public long longValue() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("a whole number");
    }
    return node.longValue();
  }

  /** {@return this number; finite} */
  public double doubleValue() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  /** {@return this truth value} */
  public boolean booleanValue() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  /**
   * {@return the number of that key}
   *
   * @param key one of this object itself, not of an object in it
   * @param otherwise the number if the key is not there
   */
  public double number(String key, double otherwise) {
    return optional(key).map(JsonValue::doubleValue).orElse(otherwise);
  }

  /**
   * {@return the whole number of that key}
   *
   * @param key one of this object itself, not of an object in it
   * @param otherwise the number if the key is not there
   */
  public int whole(String key, int otherwise) {
    return optional(key).map(JsonValue::intValue).orElse(otherwise);
  }

  /**
   * {@return the truth value of that key}
   *
   * @param key one of this object itself, not of an object in it
   * @param otherwise the value if the key is not there
   */
  public boolean flag(String key, boolean otherwise) {
    return optional(key).map(JsonValue::booleanValue).orElse(otherwise);
  }

  /** {@return this text} */
  public String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  /**
   * {@return the one of these values whose {@code toString} is this text}
   *
   * @param <T> usually a text or an enum constant
   * @param allowed all that may stand here; the complaint about another text lists them
   */
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

  /**
   * {@return what a factory makes}
   *
   * @param <T> what that is
   * @param factory its {@link IllegalArgumentException} gets the place of this value
   */
  public <T> T make(Supplier<T> factory) {
    try {
      return factory.get();
    } catch (InvalidJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  /**
   * {@return the complaint that something else was found than what is allowed}
   *
   * @param allowed what that is, in words: {@code a whole number}
   */
  public InvalidJsonException expected(String allowed) {
    String found = node.isMissingNode() ? "nothing" : node.toString();
    return error("%s is needed, found %s".formatted(allowed, Shortened.to(LONGEST_QUOTE, found)));
  }

  /**
   * {@return a complaint about this value}
   *
   * @param problem what is wrong with it; source and place come before that
   */
  public InvalidJsonException error(String problem) {
    String place = path.isEmpty() ? "" : Shortened.problem(path) + ": ";
    return new InvalidJsonException(source + ": " + place + Shortened.problem(problem));
  }
}

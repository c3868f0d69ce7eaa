package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object whose keys keep their order: for what this module stores without knowing
 * what it means.
 *
 * <pre>{@code
 * JsonObject.empty().with("name", "ReduceLROnPlateau").with("monitor", "val_accuracy").with("patience", 3)
 * }</pre>
 */
public final class JsonObject {
  private final ObjectNode node;

  JsonObject(ObjectNode node) {
    this.node = node;
  }

  /** {@return the object without keys, {@code {}}} */
  public static JsonObject empty() {
    return new JsonObject(Json.object());
  }

  /**
   * Reads one object.
   *
   * @param json the text of a whole document
   * @param source what to call the document in messages: a file's name
   * @return the object, its keys in the document's order
   * @throws InvalidJsonException if it is not valid JSON, not an object, or has a key twice
   */
  public static JsonObject parse(String json, String source) {
    return of(Json.parse(json, source));
  }

  /**
   * {@return what something says of itself}
   *
   * @param description texts, numbers, truth values, lists of these, and maps like this one, as {@link
   *     dev.plenum.api.provenance.Described#describe} gives them
   */
  public static JsonObject of(Map<String, ?> description) {
    ObjectNode node = Json.object();
    description.forEach((key, value) -> node.set(key, Json.node(value)));
    return new JsonObject(node);
  }

  /**
   * {@return the object that a value is}
   *
   * @param value an object, wherever it stands in a document
   * @throws InvalidJsonException if it is anything else
   */
  public static JsonObject of(JsonValue value) {
    if (!(value.node() instanceof ObjectNode object)) {
      throw value.expected("an object {…}");
    }
    return new JsonObject(object);
  }

  /**
   * {@return this and a text}
   *
   * @param key where it goes; replaces what is there
   * @param value the text as it is, not yet escaped
   */
  public JsonObject with(String key, String value) {
    return copy(copy -> copy.put(key, value));
  }

  /**
   * {@return this and a whole number}
   *
   * @param key where it goes; replaces what is there
   * @param value any {@code long}, written with all its digits
   */
  public JsonObject with(String key, long value) {
    return copy(copy -> copy.put(key, value));
  }

  /**
   * {@return this and a number}
   *
   * @param key where it goes; replaces what is there
   * @param value NaN and the infinities, which JSON does not have, become null
   */
  public JsonObject with(String key, double value) {
    return copy(copy -> Json.put(copy, key, value));
  }

  /**
   * {@return this and a truth value}
   *
   * @param key where it goes; replaces what is there
   * @param value written as {@code true} or {@code false}
   */
  public JsonObject with(String key, boolean value) {
    return copy(copy -> copy.put(key, value));
  }

  /**
   * {@return this and an object}
   *
   * @param key where it goes; replaces what is there
   * @param value becomes an object within this one
   */
  public JsonObject with(String key, JsonObject value) {
    return copy(copy -> copy.set(key, value.node));
  }

  /**
   * {@return this and all that another object has}
   *
   * @param other its values replace those of the same keys here
   */
  public JsonObject withAll(JsonObject other) {
    return copy(copy -> copy.setAll(other.node));
  }

  /**
   * {@return this without some keys}
   *
   * @param keys those to leave out; need not be there
   */
  public JsonObject without(String... keys) {
    return copy(copy -> copy.remove(List.of(keys)));
  }

  /**
   * {@return this and a list of objects}
   *
   * @param key where it goes; replaces what is there
   * @param values the list's elements, in this order; may be empty
   */
  public JsonObject with(String key, List<JsonObject> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(value -> array.add(value.node));
    });
  }

  /**
   * {@return this and a list of texts}
   *
   * @param key where it goes; replaces what is there
   * @param values the list's elements, in this order, not yet escaped; may be empty
   */
  public JsonObject withTexts(String key, List<String> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(array::add);
    });
  }

  /**
   * {@return this and a list of whole numbers}
   *
   * @param key where it goes; replaces what is there
   * @param values the list's elements, in this order; may be empty
   */
  public JsonObject withWholeNumbers(String key, List<Integer> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(array::add);
    });
  }

  /**
   * {@return this and a list of numbers}
   *
   * @param key where it goes; replaces what is there
   * @param values the list's elements, in this order; NaN and the infinities become null
   */
  public JsonObject withNumbers(String key, List<Double> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(value -> {
        if (Double.isFinite(value)) {
          array.add(value);
        } else {
          array.addNull();
        }
      });
    });
  }

  private JsonObject copy(Consumer<ObjectNode> change) {
    // Shallow: the values of a node are never changed after it got into a JsonObject.
    ObjectNode copy = Json.object();
    copy.setAll(node);
    change.accept(copy);
    return new JsonObject(copy);
  }

  /**
   * {@return the same, to be read}
   *
   * @param source what messages call it
   */
  public JsonValue asValue(String source) {
    return JsonValue.root(source, node);
  }

  ObjectNode node() {
    return node;
  }

  /**
   * {@return a list of texts as JSON on one line: {@code ["a","b"]}}
   *
   * @param texts the list's elements, in this order, not yet escaped; may be empty
   */
  public static String line(List<String> texts) {
    return Json.compact(Json.node(texts));
  }

  /**
   * {@return the values by their keys: texts, numbers, truth values, lists of these, maps like this one,
   * null}
   */
  public Map<String, Object> toMap() {
    return Json.map(node);
  }

  /** {@return the JSON text on one line, without a line break at the end} */
  public String toLine() {
    return Json.compact(node);
  }

  /** Whether both have the same text, with their keys in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The JSON text, indented, with a line break at the end. */
  @Override
  public String toString() {
    return Json.pretty(node);
  }
}

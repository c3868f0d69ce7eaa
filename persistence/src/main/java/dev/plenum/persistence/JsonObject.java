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

  /** {@code {}}. */
  public static JsonObject empty() {
    return new JsonObject(Json.object());
  }

  /**
   * Reads one object.
   *
   * @param source what to call the document in messages: a file's name
   * @throws InvalidJsonException if it is not valid JSON, not an object, or has a key twice
   */
  public static JsonObject parse(String json, String source) {
    return of(Json.parse(json, source));
  }

  /**
   * What something says of itself.
   *
   * @param description texts, numbers, truth values, lists of these, and maps like this one, as {@link
   *     dev.plenum.api.provenance.Described#describe} gives them
   */
  public static JsonObject of(Map<String, ?> description) {
    ObjectNode node = Json.object();
    description.forEach((key, value) -> node.set(key, Json.node(value)));
    return new JsonObject(node);
  }

  /** The object that a value is. */
  public static JsonObject of(JsonValue value) {
    if (!(value.node() instanceof ObjectNode object)) {
      throw value.expected("an object {…}");
    }
    return new JsonObject(object);
  }

  /** This and a text. */
  public JsonObject with(String key, String value) {
    return copy(copy -> copy.put(key, value));
  }

  /** This and a whole number. */
  public JsonObject with(String key, long value) {
    return copy(copy -> copy.put(key, value));
  }

  /** This and a number; NaN and the infinities, which JSON does not have, become null. */
  public JsonObject with(String key, double value) {
    return copy(copy -> Json.put(copy, key, value));
  }

  /** This and a truth value. */
  public JsonObject with(String key, boolean value) {
    return copy(copy -> copy.put(key, value));
  }

  /** This and an object. */
  public JsonObject with(String key, JsonObject value) {
    return copy(copy -> copy.set(key, value.node));
  }

  /** This and all that another object has. */
  public JsonObject withAll(JsonObject other) {
    return copy(copy -> copy.setAll(other.node));
  }

  /** This without some keys, which need not be there. */
  public JsonObject without(String... keys) {
    return copy(copy -> copy.remove(List.of(keys)));
  }

  /** This and a list of objects. */
  public JsonObject with(String key, List<JsonObject> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(value -> array.add(value.node));
    });
  }

  /** This and a list of texts. */
  public JsonObject withTexts(String key, List<String> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(array::add);
    });
  }

  /** This and a list of whole numbers. */
  public JsonObject withWholeNumbers(String key, List<Integer> values) {
    return copy(copy -> {
      ArrayNode array = copy.putArray(key);
      values.forEach(array::add);
    });
  }

  /** This and a list of numbers; NaN and the infinities become null. */
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
   * The same, to be read.
   *
   * @param source what messages call it
   */
  public JsonValue asValue(String source) {
    return JsonValue.root(source, node);
  }

  ObjectNode node() {
    return node;
  }

  /** A list of texts as JSON on one line: {@code ["a","b"]}. */
  public static String line(List<String> texts) {
    return Json.compact(Json.node(texts));
  }

  /** The values by their keys: texts, numbers, truth values, lists of these, maps like this one, null. */
  public Map<String, Object> toMap() {
    return Json.map(node);
  }

  /** The JSON text on one line, without a line break at the end. */
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

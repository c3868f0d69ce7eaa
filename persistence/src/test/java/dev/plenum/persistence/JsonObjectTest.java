package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

  @Test
  void keysKeepTheirOrderAndTextsAreEscaped() {
    JsonObject inner = JsonObject.empty().with("z", 1.5).with("a", true);
    JsonObject object = JsonObject.empty()
        .with("text", "a \"b\"\n\u0001 é")
        .with("number", Long.MAX_VALUE)
        .with("object", inner)
        .with("list", List.of(inner, JsonObject.empty()))
        .with("none", List.of());
    assertEquals("""
        {
          "text": "a \\"b\\"\\n\\u0001 é",
          "number": 9223372036854775807,
          "object": {
            "z": 1.5,
            "a": true
          },
          "list": [ {
            "z": 1.5,
            "a": true
          }, {} ],
          "none": []
        }
        """, object.toString());
    assertEquals(object, JsonObject.parse(object.toString(), "x"));
    assertEquals(object.hashCode(), JsonObject.parse(object.toString(), "x").hashCode());
  }

  @Test
  void numbersThatJsonLacksBecomeNull() {
    assertEquals(
        "{\n  \"a\": null,\n  \"b\": null\n}\n",
        JsonObject.empty()
            .with("a", Double.NaN)
            .with("b", Double.NEGATIVE_INFINITY)
            .toString());
  }

  @Test
  void aChangeMakesAnotherObject() {
    JsonObject before = JsonObject.empty().with("a", 1);
    assertNotEquals(before, before.with("a", 2));
    assertEquals(JsonObject.empty().with("a", 1), before);
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertEquals(
        "f: an object {…} is needed, found [1]",
        Refusals.messageOf(InvalidJsonException.class, () -> JsonObject.parse("[1]", "f")));
  }
}

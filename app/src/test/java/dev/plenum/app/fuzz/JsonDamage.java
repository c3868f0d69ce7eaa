package dev.plenum.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What can be wrong with a JSON document. */
final class JsonDamage {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|-?\\d+(\\.\\d+)?(e-?\\d+)?|true|false|null|\\[|]|\\{|}|,|:");

  private static final List<String> VALUES = List.of(
      "0",
      "-1",
      "1",
      "2147483647",
      "2147483648",
      "9223372036854775807",
      "9223372036854775808",
      "1e999",
      "-1e-999",
      "0.5",
      "1" + "0".repeat(900),
      "1" + "0".repeat(5000),
      "NaN",
      "null",
      "true",
      "\"\"",
      "\"x\"",
      "\"../../evil\"",
      "\"\\u0000\"",
      "\"\\ud800\"",
      "[]",
      "{}",
      "[[1]]",
      "{\"a\":1}",
      "\"" + "long ".repeat(40_000) + "\"");

  private static final String DEEP = "[".repeat(100_000);
  private static final String DEEP_AND_CLOSED = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
  private static final String WIDE = "[" + "{},".repeat(300_000) + "{}]";
  private static final String MANY_KEYS = manyKeys();

  private JsonDamage() {}

  static byte[] of(byte[] json, Chance chance) {
    String text = new String(json, StandardCharsets.UTF_8);
    for (int i = chance.between(1, 2); i > 0; i--) {
      text = once(text, chance);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return chance.oneIn(8) ? Damage.of(bytes, chance) : bytes;
  }

  private static String once(String text, Chance chance) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    if (tokens.isEmpty() || chance.oneIn(20)) {
      return chance.of(List.of(DEEP, DEEP_AND_CLOSED, WIDE, MANY_KEYS, "", " ", "\ufeff{}"));
    }
    MatchResult token = chance.of(tokens);
    String before = text.substring(0, token.start());
    String after = text.substring(token.end());
    return switch (chance.below(6)) {
      case 0 -> before + after;
      case 1 -> before + token.group() + token.group() + after;
      case 2 -> before + token.group() + "," + chance.of(tokens).group() + after;
      case 3 -> before + chance.of(tokens).group() + after;
      case 4 ->
        before + (chance.oneIn(10) ? chance.of(List.of(DEEP_AND_CLOSED, WIDE)) : "") + after;
      default -> before + chance.of(VALUES) + after;
    };
  }

  private static String manyKeys() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 60_000; i++) {
      json.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":{}");
    }
    return json.append("}").toString();
  }
}

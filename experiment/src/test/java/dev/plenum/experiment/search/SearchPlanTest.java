package dev.plenum.experiment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.Seed;
import dev.plenum.experiment.Thrown;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchPlanTest {
  private static final Seed SEED = Seed.seed(7);
  private static final Map<String, Range> PARAMETERS = Map.of(
      "learning-rate", NumberRange.logUniform(1e-4, 1e-1),
      "batch-size", Choices.of("32", "64", "128"),
      "rotation", NumberRange.uniform(0, 20),
      "lr-patience", NumberRange.uniform(1, 4).whole());

  private static SearchPlan plan(Map<String, Range> parameters, int trials) {
    return new SearchPlan(parameters, trials, List.of(1, 3, 9), 3, 5);
  }

  @Test
  void drawsFollowFromSeedTrialAndNameAlone() {
    Map<String, Range> fewer = new LinkedHashMap<>(PARAMETERS);
    fewer.remove("rotation");
    Map<String, String> three = plan(PARAMETERS, 9).values(SEED, 3);
    Map<String, String> again = new TreeMap<>(plan(fewer, 100).values(SEED, 3));
    again.put("rotation", String.valueOf(three.get("rotation")));
    assertEquals(new TreeMap<>(three), again);
    assertEquals(
        Map.of(
            "learning-rate",
            "0.04139",
            "batch-size",
            "64",
            "rotation",
            "11.01",
            "lr-patience",
            "4"),
        three);
    assertNotEquals(three, plan(PARAMETERS, 9).values(SEED, 4));
    assertNotEquals(three, plan(PARAMETERS, 9).values(Seed.seed(8), 3));
  }

  private static List<Double> drawn(Range range) {
    SearchPlan plan = plan(Map.of("x", range), 1);
    return IntStream.rangeClosed(1, 3000)
        .mapToObj(
            trial -> Double.valueOf(String.valueOf(plan.values(SEED, trial).get("x"))))
        .toList();
  }

  private static double share(List<Double> values, double low, double high) {
    return values.stream().filter(x -> x >= low && x <= high).count() / (double) values.size();
  }

  @Test
  void everyOrderOfMagnitudeOfALogUniformRangeIsEquallyProbable() {
    List<Double> rates = drawn(NumberRange.logUniform(1e-4, 1e-1));
    assertEquals(1, share(rates, 1e-4, 1e-1));
    assertEquals(1.0 / 3, share(rates, 1e-4, 1e-3), 0.03);
    assertEquals(1.0 / 3, share(rates, 1e-2, 1e-1), 0.03);
  }

  @Test
  void uniformRangesAreFilledEvenlyAndWholeNumbersWithTheirEnds() {
    List<Double> degrees = drawn(NumberRange.uniform(-20, 20));
    assertEquals(1, share(degrees, -20, 20));
    assertEquals(0.25, share(degrees, 10, 20), 0.03);
    List<Double> whole = drawn(NumberRange.uniform(1, 4).whole());
    for (int number = 1; number <= 4; number++) {
      assertEquals(0.25, share(whole, number, number), 0.03);
    }
  }

  @Test
  void whatIsDrawnCanBeReadAndStaysInItsRange() {
    for (double rate : drawn(NumberRange.logUniform(0.00123456, 0.00123466))) {
      assertTrue(rate >= 0.00123456 && rate <= 0.00123466, rate + "");
    }
    SearchPlan plan = plan(Map.of("x", NumberRange.logUniform(1e-9, 1e-8)), 1);
    String small = String.valueOf(plan.values(SEED, 1).get("x"));
    assertTrue(small.matches("0\\.00000000[1-9]\\d{0,3}"), small);
  }

  @Test
  void theThirdPartGoesOnButAtLeastOne() {
    SearchPlan plan = plan(PARAMETERS, 9);
    assertEquals(3, plan.kept(9));
    assertEquals(3, plan.kept(11));
    assertEquals(1, plan.kept(2));
  }

  @Test
  void freshSeedsAreAllDifferentAndNotTheTrials() {
    List<Long> fresh = plan(PARAMETERS, 9).freshSeeds(SEED);
    assertEquals(5, fresh.stream().distinct().count());
    assertFalse(fresh.contains(SEED.value()));
    assertEquals(fresh, plan(PARAMETERS, 30).freshSeeds(SEED));
  }

  @Test
  void aPlanIsReadAsItIsWritten() {
    SearchPlan plan = plan(new TreeMap<>(PARAMETERS), 9);
    String json = SearchPlanJson.toJson(plan).toString();
    assertEquals(plan, SearchPlanJson.read(JsonValue.parse(json, "space.conf")));
  }

  @Test
  void whatIsLeftOutHasADefault() {
    SearchPlan plan =
        read("{'trials': 4, 'rungs': [2], 'parameters': {'b': {'choices': [1, true]}}}");
    assertEquals(new SearchPlan(Map.of("b", Choices.of("1", "true")), 4, List.of(2), 3, 5), plan);
  }

  private static SearchPlan read(String json) {
    return SearchPlanJson.read(JsonValue.parse(json.replace('\'', '"'), "space.conf"));
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsPlace() {
    assertRefused("{'trails': 4}", "unknown key 'trails'; allowed: trials, rungs, eta");
    String plan = "{'trials': 4, 'rungs': %s, 'parameters': {'x': %s}}";
    assertRefused(
        plan.formatted("[3, 3]", "{'choices': [1]}"),
        "rungs are numbers of epochs, each greater than the one before it, found [3, 3]");
    assertRefused(plan.formatted("[]", "{'choices': [1]}"), "rungs are numbers of epochs");
    assertRefused(plan.formatted("[1]", "{'choices': []}"), "at least one value to choose");
    assertRefused(plan.formatted("[1]", "{'choices': [[1]]}"), "a text, a number, true or false");
    assertRefused(
        plan.formatted("[1]", "{'uniform': [1, 0]}"),
        "parameters.x.uniform: a range is two finite numbers, the lower first, found 1.0 and 0.0");
    assertRefused(plan.formatted("[1]", "{'uniform': [1]}"), "a list of two numbers");
    assertRefused(plan.formatted("[1]", "{'log-uniform': [0, 1]}"), "numbers greater than 0");
    assertRefused(
        plan.formatted("[1]", "{'uniform': [0.5, 3], 'whole': true}"), "between whole numbers");
    assertRefused(plan.formatted("[1]", "{}"), "one of choices, uniform and log-uniform");
    assertRefused(plan.formatted("[1]", "{'choices': [1], 'whole': true}"), "unknown key 'whole'");
    assertRefused(
        "{'trials': 0, 'rungs': [1], 'parameters': {'x': {'choices': [1]}}}", "at least 1 trial");
    assertRefused(
        "{'trials': 2000000000, 'rungs': [1], 'parameters': {'x': {'choices': [1]}}}",
        "at most 100000");
    assertRefused("{'trials': 1, 'rungs': [1], 'parameters': {}}", "at least one parameter");
  }

  private static void assertRefused(String json, String what) {
    String message = Thrown.message(InvalidJsonException.class, () -> read(json));
    assertTrue(message.contains("space.conf") && message.contains(what), message);
  }
}

package dev.plenum.experiment.search;

import dev.plenum.experiment.run.RunInputs;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plans as JSON: {@code {trials, rungs, eta, repeats, parameters{NAME{choices|uniform|log-uniform,
 * whole}}}}.
 */
public final class SearchPlanJson {
  /** The file of a run's folder that keeps its plan. */
  public static final String FILE = RunInputs.SPACE;

  private static final String PARAMETERS = "parameters";
  private static final String TRIALS = "trials";
  private static final String RUNGS = "rungs";
  private static final String ETA = "eta";
  private static final String REPEATS = "repeats";
  private static final int DEFAULT_ETA = 3;
  private static final int DEFAULT_REPEATS = 5;
  /** Far above what makes sense: so many trials and values are still written in a moment. */
  private static final int MOST = 100_000;

  private SearchPlanJson() {}

  /**
   * Reads a plan.
   *
   * @param json an object; {@code eta} may be left out for 3, {@code repeats} for 5
   * @return what is to be tried
   * @throws InvalidJsonException if it is none; the message says where and why
   */
  public static SearchPlan read(JsonValue json) {
    json.object(TRIALS, RUNGS, ETA, REPEATS, PARAMETERS);
    JsonValue given = json.required(PARAMETERS);
    Map<String, Range> parameters = new LinkedHashMap<>();
    given.keys().forEach(name -> parameters.put(name, range(given.required(name))));
    List<Integer> rungs =
        json.required(RUNGS).elements().stream().map(JsonValue::intValue).toList();
    return json.make(() -> new SearchPlan(
        parameters,
        count(json.required(TRIALS)),
        rungs,
        json.whole(ETA, DEFAULT_ETA),
        json.optional(REPEATS).map(SearchPlanJson::count).orElse(DEFAULT_REPEATS)));
  }

  private static int count(JsonValue value) {
    if (value.intValue() > MOST) {
      throw value.expected("a number of at most " + MOST);
    }
    return value.intValue();
  }

  private static Range range(JsonValue json) {
    json.object(Choices.KEY, NumberRange.UNIFORM, NumberRange.LOG_UNIFORM, NumberRange.WHOLE);
    List<String> kinds = Stream.of(Choices.KEY, NumberRange.UNIFORM, NumberRange.LOG_UNIFORM)
        .filter(kind -> json.optional(kind).isPresent())
        .toList();
    if (kinds.size() != 1) {
      throw json.error("one of choices, uniform and log-uniform is needed, found " + kinds);
    }
    JsonValue content = json.required(kinds.get(0));
    if (kinds.contains(Choices.KEY)) {
      json.object(Choices.KEY);
      return content.make(() ->
          new Choices(content.elements().stream().map(SearchPlanJson::scalar).toList()));
    }
    List<JsonValue> ends = content.elements();
    if (ends.size() != 2) {
      throw content.expected("a list of two numbers, the lower first,");
    }
    return content.make(() -> new NumberRange(
        ends.get(0).doubleValue(),
        ends.get(1).doubleValue(),
        kinds.contains(NumberRange.LOG_UNIFORM),
        json.flag(NumberRange.WHOLE, false)));
  }

  /** A number or truth value is written as it is. */
  private static String scalar(JsonValue value) {
    if (value.isObject() || value.isList() || value.isNull()) {
      throw value.expected("a text, a number, true or false");
    }
    String json = value.toString();
    return json.startsWith("\"") ? value.text() : json;
  }

  /**
   * Writes a plan.
   *
   * @param plan what is to be tried
   * @return an object that {@link #read} reads
   */
  public static JsonObject toJson(SearchPlan plan) {
    JsonObject parameters = JsonObject.empty();
    for (Map.Entry<String, Range> parameter : plan.parameters().entrySet()) {
      parameters = parameters.with(parameter.getKey(), parameter.getValue().toJson());
    }
    return JsonObject.empty()
        .with(TRIALS, plan.trials())
        .withWholeNumbers(RUNGS, plan.rungs())
        .with(ETA, plan.eta())
        .with(REPEATS, plan.repeats())
        .with(PARAMETERS, parameters);
  }

  /**
   * Writes a plan, before anything else is done in the folder: a search cannot be resumed without.
   *
   * @param plan what is to be tried
   * @param folder gets the file
   * @throws IOException if the file cannot be written
   */
  public static void write(SearchPlan plan, Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(FILE), toJson(plan).toString());
  }
}

package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.TrainingPosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a training stands, as JSON. Every number comes back with the same bits; those that JSON lacks
 * are texts.
 *
 * <pre>
 * subject{…}, epoch, step, loss_sum, correct, samples, seconds,
 * history[{epoch,metrics{loss,…},seconds}], callbacks{ReduceLROnPlateau{best,…},…}
 * </pre>
 */
final class TrainingStateJson {
  private static final List<Double> NOT_IN_JSON =
      List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  private TrainingStateJson() {}

  static ObjectNode node(Checkpoint checkpoint) {
    TrainingPosition position = checkpoint.position();
    ObjectNode node = Json.object();
    node.set("subject", checkpoint.subject().toJson().node());
    node.put("epoch", position.epoch()).put("step", position.step());
    put(node, "loss_sum", position.lossSum());
    node.put("correct", position.correct()).put("samples", position.samples());
    put(node, "seconds", position.seconds());
    ArrayNode history = node.putArray("history");
    position.history().epochs().forEach(epoch -> putEpoch(history.addObject(), epoch));
    ObjectNode callbacks = node.putObject("callbacks");
    checkpoint
        .callbacks()
        .forEach((name, state) -> putNumbers(callbacks.putObject(name), state.numbers()));
    return node;
  }

  private static void putEpoch(ObjectNode node, EpochRecord epoch) {
    node.put("epoch", epoch.epoch());
    putNumbers(node.putObject("metrics"), epoch.metrics());
    put(node, "seconds", epoch.seconds());
  }

  private static void putNumbers(ObjectNode node, Map<String, Double> numbers) {
    numbers.forEach((name, number) -> put(node, name, number));
  }

  private static void put(ObjectNode node, String key, double number) {
    if (Double.isFinite(number)) {
      node.put(key, number);
    } else {
      node.put(key, Double.toString(number));
    }
  }

  static TrainingPosition position(JsonValue root) {
    root.object(
        "subject",
        "epoch",
        "step",
        "loss_sum",
        "correct",
        "samples",
        "seconds",
        "history",
        "callbacks");
    return root.make(() -> new TrainingPosition(
        root.required("epoch").intValue(),
        root.required("step").intValue(),
        number(root.required("loss_sum")),
        root.required("correct").longValue(),
        root.required("samples").longValue(),
        number(root.required("seconds")),
        new History(root.required("history").elements().stream()
            .map(TrainingStateJson::epoch)
            .toList())));
  }

  private static EpochRecord epoch(JsonValue epoch) {
    epoch.object("epoch", "metrics", "seconds");
    return new EpochRecord(
        epoch.required("epoch").intValue(),
        numbers(epoch.required("metrics")),
        number(epoch.required("seconds")));
  }

  /** The callbacks' numbers, by the callbacks' names. */
  static Map<String, Map<String, Double>> callbacks(JsonValue root) {
    JsonValue callbacks = root.required("callbacks");
    Map<String, Map<String, Double>> states = new LinkedHashMap<>();
    callbacks.keys().forEach(name -> states.put(name, numbers(callbacks.required(name))));
    return states;
  }

  private static Map<String, Double> numbers(JsonValue object) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.keys().forEach(name -> numbers.put(name, number(object.required(name))));
    return numbers;
  }

  private static double number(JsonValue value) {
    return value.node().isTextual() ? value.oneOf(NOT_IN_JSON) : value.doubleValue();
  }
}

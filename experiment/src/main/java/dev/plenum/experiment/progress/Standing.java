package dev.plenum.experiment.progress;

import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where a training stands, as it said last.
 *
 * @param isRunning whether it runs; else it was stopped, or failed
 * @param epoch of the next step, from 0
 * @param epochs how many it is to have
 * @param step the next one of that epoch, from 0
 * @param stepsPerEpoch how many the present epoch has
 * @param images that an epoch trains on
 * @param loss the mean of this epoch so far; NaN before its first step
 * @param accuracy the same
 * @param imagesPerSecond in this epoch so far, or in the last one
 * @param secondsLeft until its last epoch is over, validations included; NaN if that is not known yet
 * @param process its process's number
 * @param updated when it said so
 */
public record Standing(
    boolean isRunning,
    int epoch,
    int epochs,
    int step,
    int stepsPerEpoch,
    long images,
    double loss,
    double accuracy,
    double imagesPerSecond,
    double secondsLeft,
    long process,
    Instant updated) {

  static Standing of(JsonValue json) {
    return new Standing(
        json.required("running").booleanValue(),
        json.required("epoch").intValue(),
        json.required("epochs").intValue(),
        json.required("step").intValue(),
        json.required("stepsPerEpoch").intValue(),
        json.required("images").longValue(),
        number(json, "loss"),
        number(json, "accuracy"),
        number(json, "imagesPerSecond"),
        number(json, "secondsLeft"),
        json.required("process").longValue(),
        time(json.required("updated")));
  }

  private static double number(JsonValue json, String key) {
    JsonValue value = json.required(key);
    return value.isNull() ? Double.NaN : value.doubleValue();
  }

  private static Instant time(JsonValue value) {
    try {
      return Instant.parse(value.text());
    } catch (DateTimeException e) {
      throw value.expected("a time such as 2026-01-02T03:04:05Z");
    }
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with("running", isRunning)
        .with("epoch", epoch)
        .with("epochs", epochs)
        .with("step", step)
        .with("stepsPerEpoch", stepsPerEpoch)
        .with("images", images)
        .with("loss", loss)
        .with("accuracy", accuracy)
        .with("imagesPerSecond", imagesPerSecond)
        .with("secondsLeft", secondsLeft)
        .with("process", process)
        .with("updated", updated.toString());
  }
}

package dev.plenum.persistence;

import dev.plenum.api.tensor.NamedTensors;

/**
 * How images are brought to one scale before a network gets them, as a model's file keeps it. What the
 * parameters mean is up to whoever applies them; nothing of it is checked here.
 *
 * @param parameters by Keras's names: {@code featurewise_center}, {@code samplewise_center} …
 * @param statistics what was measured on the training images, by name; empty if nothing was
 */
public record SavedNormalisation(JsonObject parameters, NamedTensors statistics) {

  /** The memory that the statistics take. */
  long bytes() {
    return statistics.byName().values().stream()
        .mapToLong(tensor -> (long) Float.BYTES * tensor.shape().size())
        .sum();
  }

  /** The parameters, and the statistics' digest, on one line. */
  @Override
  public String toString() {
    return statistics.names().isEmpty()
        ? parameters.toLine()
        : "%s with statistics %s".formatted(parameters.toLine(), statistics.sha256());
  }
}

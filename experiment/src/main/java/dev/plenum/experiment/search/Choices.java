package dev.plenum.experiment.search;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.persistence.JsonObject;
import java.util.List;

/**
 * Some values, each as probable as the others.
 *
 * @param values as settings are written; at least one
 */
public record Choices(List<String> values) implements Range {
  static final String KEY = "choices";

  /**
   * Copies the list.
   *
   * @param values as settings are written; at least one
   * @throws IllegalArgumentException if it is empty
   */
  public Choices {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one value to choose");
    }
  }

  /**
   * {@return these values}
   *
   * @param values as settings are written; at least one
   */
  public static Choices of(String... values) {
    return new Choices(List.of(values));
  }

  @Override
  public String draw(CounterRandom random) {
    return values.get(random.below(0, values.size()));
  }

  @Override
  public JsonObject toJson() {
    return JsonObject.empty().withTexts(KEY, values);
  }
}

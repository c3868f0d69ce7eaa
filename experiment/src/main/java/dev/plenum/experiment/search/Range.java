package dev.plenum.experiment.search;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.persistence.JsonObject;

/** Of which values a parameter's is drawn. */
public sealed interface Range permits Choices, NumberRange {

  /**
   * {@return a value, as settings are written}
   *
   * @param random what the draw follows from
   */
  String draw(CounterRandom random);

  /** {@return it as it is written in files} */
  JsonObject toJson();
}

package dev.plenum.experiment.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the recipes that were tried.
 *
 * @param number from 1
 * @param values what was drawn for it, by the parameters' names
 * @param results one for each rung that it got to, at least one
 */
public record Trial(int number, Map<String, String> values, List<RungResult> results) {

  /**
   * Copies the collections.
   *
   * @param number from 1
   * @param values what was drawn for it, by the parameters' names
   * @param results one for each rung that it got to, at least one
   */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    results = List.copyOf(results);
  }

  /** {@return how it stood at the last rung that it got to} */
  public RungResult last() {
    return results.get(results.size() - 1);
  }
}

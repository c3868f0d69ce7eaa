package dev.plenum.experiment.parameter;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters as texts give them. */
final class Loaded {
  private Loaded() {}

  static Parameters parameters(Map<Parameter<?>, String> texts) {
    Map<String, String> named = new LinkedHashMap<>();
    texts.forEach((parameter, text) -> named.put(parameter.name(), text));
    return NamedParameters.of(named);
  }
}

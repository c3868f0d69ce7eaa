package dev.plenum.app.toy;

import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import java.util.List;
import java.util.Map;

/** A third party's backend with a setting that Plenum knows nothing of: {@code precision}. */
public final class PreciseBackend extends ToyBackend {
  private final String precision;

  /** In single precision. */
  public PreciseBackend() {
    this("single");
  }

  private PreciseBackend(String precision) {
    this.precision = precision;
  }

  @Override
  public String name() {
    return "precise";
  }

  @Override
  public EngineInfo engine() {
    return new EngineInfo("Precise", "any device", precision, 1);
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    String chosen = precision;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!setting.getKey().equals("precision")) {
        throw new IllegalArgumentException(
            "there is no setting '%s'; there is precision".formatted(setting.getKey()));
      }
      if (!List.of("single", "double").contains(setting.getValue())) {
        throw new IllegalArgumentException(
            "precision must be single or double, found '%s'".formatted(setting.getValue()));
      }
      chosen = setting.getValue();
    }
    return new PreciseBackend(chosen);
  }
}

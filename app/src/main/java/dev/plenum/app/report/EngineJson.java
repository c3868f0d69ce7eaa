package dev.plenum.app.report;

import dev.plenum.api.EngineInfo;
import dev.plenum.persistence.JsonObject;

/** What computes, as reports have it: {@code name, engine, device, instructionSet, threads}. */
public final class EngineJson {
  private EngineJson() {}

  /** The engine of the backend with that name. */
  public static JsonObject of(String backend, EngineInfo engine) {
    return JsonObject.empty()
        .with("name", backend)
        .with("engine", engine.engine())
        .with("device", engine.device())
        .with("instructionSet", engine.instructionSet())
        .with("threads", engine.threads());
  }
}

package dev.plenum.app.compare.cell;

import com.typesafe.config.Config;
import dev.plenum.api.EngineInfo;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Platform;
import java.util.Optional;

/**
 * Where a cell's results come from, as its provenance tells.
 *
 * @param platform what it ran on
 * @param data what it was trained and tested on
 */
public record CellOrigin(Platform platform, Data data) {

  /** Reads it from a run's record. */
  static CellOrigin read(Config run) {
    EngineInfo engine = new EngineInfo(
        run.getString("backend.engine"),
        run.getString("backend.device"),
        run.getString("backend.instructionSet"),
        run.getInt("backend.threads"));
    return new CellOrigin(
        new Platform(
            run.getString("backend.name"), engine, run.getString("jvm"), run.getString("os")),
        new Data(
            run.getString("dataset.name"),
            run.getString("dataset.sha256"),
            run.hasPath("dataset.pixelsSha256")
                ? Optional.of(run.getString("dataset.pixelsSha256"))
                : Optional.empty(),
            run.getInt("dataset.train"),
            run.getInt("dataset.validation"),
            run.hasPath("dataset.ownValidation") && run.getBoolean("dataset.ownValidation"),
            run.getInt("dataset.test")));
  }
}

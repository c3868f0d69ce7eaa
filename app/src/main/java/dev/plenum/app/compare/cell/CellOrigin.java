package dev.plenum.app.compare.cell;

import com.typesafe.config.Config;
import dev.plenum.api.EngineInfo;
import dev.plenum.persistence.RunRecord.Data;

/**
 * Where a cell's results come from, as its provenance tells.
 *
 * @param engine what computed
 * @param jvm the Java machine and its version
 * @param os the operating system
 * @param data what it was trained and tested on
 * @param initialWeightsSha256 of the weights before training
 * @param batchesSha256 of what the network was shown
 */
public record CellOrigin(
    EngineInfo engine,
    String jvm,
    String os,
    Data data,
    String initialWeightsSha256,
    String batchesSha256) {

  /** Reads it from a run's record. */
  static CellOrigin read(Config run) {
    return new CellOrigin(
        new EngineInfo(
            run.getString("backend.engine"),
            run.getString("backend.device"),
            run.getString("backend.instructionSet"),
            run.getInt("backend.threads")),
        run.getString("jvm"),
        run.getString("os"),
        new Data(
            run.getString("dataset.name"),
            run.getString("dataset.sha256"),
            run.getInt("dataset.train"),
            run.getInt("dataset.validation"),
            run.getInt("dataset.test")),
        run.getString("initialWeightsSha256"),
        run.getString("batchesSha256"));
  }
}

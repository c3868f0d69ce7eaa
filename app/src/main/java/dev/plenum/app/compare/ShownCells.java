package dev.plenum.app.compare;

import dev.plenum.app.progress.Steps;
import dev.plenum.experiment.comparison.Cell;
import dev.plenum.experiment.comparison.CellFailure;
import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.ComparisonRun;
import dev.plenum.report.page.Figures;

/**
 * Shows how far a comparison is.
 *
 * @param steps where
 */
record ShownCells(Steps steps) implements ComparisonRun.Listener {

  @Override
  public void begins(Cell cell) {
    steps.begin(cell.toString());
  }

  @Override
  public void prints(String line) {
    steps.detail(line);
  }

  @Override
  public void ends(CellResult result) {
    steps.end("accuracy %s, %s an epoch"
        .formatted(
            Figures.score(result.record().outcome().test().accuracy()),
            Figures.duration(result.steadyEpochSeconds())));
  }

  @Override
  public void fails(CellFailure failure) {
    steps.end("failed: " + failure.reason());
  }
}

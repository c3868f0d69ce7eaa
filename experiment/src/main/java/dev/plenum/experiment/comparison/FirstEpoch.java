package dev.plenum.experiment.comparison;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.data.Dataset;
import dev.plenum.predictor.ModelInputs;
import java.util.ArrayList;
import java.util.List;

/** Remembers how many images the first epoch had, and what the weights were after it; may end there. */
final class FirstEpoch implements Callback {
  private final boolean isAll;
  private int images;
  private String sha256 = "";

  /**
   * Watches one training.
   *
   * @param isAll whether the training stops after it
   */
  FirstEpoch(boolean isAll) {
    this.isAll = isAll;
  }

  /** Fits a model at one go and looks on; a speed that is to be measured must not be interrupted. */
  History watch(Model model, ModelInputs inputs, Dataset train, Fit fit) {
    List<Callback> callbacks = new ArrayList<>(fit.callbacks());
    callbacks.add(this);
    return model.fit(train, fit.callbacks(callbacks.toArray(Callback[]::new)));
  }

  private boolean isUnderWay() {
    return sha256.isEmpty();
  }

  @Override
  public boolean onlyWatches() {
    return !isAll;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    if (isUnderWay()) {
      images += result.size();
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    if (isUnderWay()) {
      sha256 = training.model().weights().sha256();
    }
    if (isAll) {
      training.stop();
    }
  }

  int images() {
    return images;
  }

  String sha256() {
    return sha256;
  }
}

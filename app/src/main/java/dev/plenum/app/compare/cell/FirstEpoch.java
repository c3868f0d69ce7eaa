package dev.plenum.app.compare.cell;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;

/** Remembers how many images the first epoch had, and what the weights were after it. */
final class FirstEpoch implements Callback {
  private int images;
  private String sha256 = "";

  private boolean isUnderWay() {
    return sha256.isEmpty();
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
  }

  int images() {
    return images;
  }

  String sha256() {
    return sha256;
  }
}

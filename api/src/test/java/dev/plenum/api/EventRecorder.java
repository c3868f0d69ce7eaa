package dev.plenum.api;

import java.util.List;

/** Writes down every hook that is called. */
record EventRecorder(String prefix, List<String> events) implements Callback {
  private void add(String event) {
    events.add(prefix + event);
  }

  @Override
  public void onTrainBegin(Training training) {
    add("train begin");
  }

  @Override
  public void onTrainEnd(Training training) {
    add("train end");
  }

  @Override
  public void onEpochBegin(Training training, int epoch) {
    add("epoch " + epoch + " begin");
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    add("epoch " + epoch.epoch() + " end");
  }

  @Override
  public void onTrainBatchBegin(Training training, int step) {
    add("batch " + step + " begin");
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    add("batch " + step + " end");
  }
}

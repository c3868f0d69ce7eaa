package dev.plenum.api;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.metric.Metric;
import java.util.List;
import java.util.Optional;

/** The parts of a {@link Fit}, of which another one is made with some of them changed. */
final class FitParts {
  int epochs;
  int batchSize;
  Optional<Dataset> validation;
  Optional<ImageTransform> augmentation;
  Optional<Mixup> mixup;
  int plainEpochs;
  Optional<ImageWeights> weights;
  List<Metric> metrics;
  List<Callback> callbacks;
  TrainingPosition start;

  FitParts(Fit fit) {
    epochs = fit.epochs();
    batchSize = fit.batchSize();
    validation = fit.validation();
    augmentation = fit.augmentation();
    mixup = fit.mixup();
    plainEpochs = fit.plainEpochs();
    weights = fit.weights();
    metrics = fit.metrics();
    callbacks = fit.callbacks();
    start = fit.start();
  }

  Fit fit() {
    return new Fit(
        epochs,
        batchSize,
        validation,
        augmentation,
        mixup,
        plainEpochs,
        weights,
        metrics,
        callbacks,
        start);
  }
}

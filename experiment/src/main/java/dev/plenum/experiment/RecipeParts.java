package dev.plenum.experiment;

import dev.plenum.api.Callback;
import dev.plenum.api.Loss;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.picture.InkWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a recipe, of which another one is made with some of them changed. */
final class RecipeParts {
  NetworkSource network;
  OptimizerSpec optimizer;
  Loss loss;
  Optional<ImageWeights> imageWeights;
  Optional<ImageTransform> augmentation;
  Optional<Mixup> mixup;
  int plainEpochs;
  Optional<InkWindow> window;
  Optional<ImageNormalisation> normalisation;
  List<Metric> metrics;
  List<Callback> callbacks;
  int epochs;
  int batchSize;
  long seed;
  Map<String, String> configuration;

  RecipeParts(Recipe recipe) {
    network = recipe.network();
    optimizer = recipe.optimizer();
    loss = recipe.loss();
    imageWeights = recipe.imageWeights();
    augmentation = recipe.augmentation();
    mixup = recipe.mixup();
    plainEpochs = recipe.plainEpochs();
    window = recipe.window();
    normalisation = recipe.normalisation();
    metrics = recipe.metrics();
    callbacks = recipe.callbacks();
    epochs = recipe.epochs();
    batchSize = recipe.batchSize();
    seed = recipe.seed();
    configuration = recipe.configuration();
  }

  Recipe recipe() {
    return new Recipe(
        network,
        optimizer,
        loss,
        imageWeights,
        augmentation,
        mixup,
        plainEpochs,
        window,
        normalisation,
        metrics,
        callbacks,
        epochs,
        batchSize,
        seed,
        configuration);
  }
}

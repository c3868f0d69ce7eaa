package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.Callback;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.callback.BatchDigest;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.random.Seed;
import dev.plenum.app.Host;
import dev.plenum.app.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** Trains one network and measures it on the test images. */
public final class Trainer {
  private final Host host;
  private final Progress progress;

  @Inject
  Trainer(Host host, Progress progress) {
    this.host = host;
    this.progress = progress;
  }

  /** The network of a recipe, for these images. */
  public static Sequential network(Recipe recipe, TrainingData data) {
    return recipe
        .network()
        .network(data.train().imageShape(), data.train().classNames().size());
  }

  /**
   * Trains; whoever asked for it closes the result.
   *
   * @param watchers look on
   */
  public RunResult train(Recipe recipe, TrainingData data, Backend backend, Callback... watchers) {
    Model model =
        backend.compile(network(recipe, data), recipe.optimizer(), Seed.seed(recipe.seed()));
    try {
      String initialWeights = model.weights().sha256();
      StartupClock startup = new StartupClock();
      BatchDigest digest = new BatchDigest();
      List<Callback> callbacks = new ArrayList<>(List.of(startup, digest));
      callbacks.addAll(List.of(watchers));
      History history = fit(model, recipe, data, callbacks);
      Evaluation test = model.evaluate(data.test());
      return new RunResult(
          recipe, data, model, history, test, initialWeights, digest.sha256(), startup.seconds());
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private History fit(Model model, Recipe recipe, TrainingData data, List<Callback> watchers) {
    try (Progress.Epochs epochs = progress.epochs(data.train().size())) {
      List<Callback> callbacks = new ArrayList<>(watchers);
      callbacks.add(epochs);
      recipe
          .reduction()
          .ifPresent(reduction -> callbacks.add(reduction.onReduction(host.err()::println)));
      Fit fit = Fit.epochs(recipe.epochs())
          .batchSize(recipe.batchSize())
          .callbacks(callbacks.toArray(Callback[]::new));
      fit = recipe.augmentation().map(fit::augmentation).orElse(fit);
      return model.fit(data.train(), data.validation().map(fit::validation).orElse(fit));
    }
  }
}

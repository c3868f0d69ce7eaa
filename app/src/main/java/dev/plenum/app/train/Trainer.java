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
import java.io.IOException;
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
   * @throws IOException if a file that the fitter needs cannot be read or written
   */
  public RunResult train(Recipe recipe, TrainingData data, Backend backend, Fitter fitter)
      throws IOException {
    Model model =
        backend.compile(network(recipe, data), recipe.optimizer(), Seed.seed(recipe.seed()));
    try {
      String initialWeights = model.weights().sha256();
      StartupClock startup = new StartupClock();
      BatchDigest digest = new BatchDigest();
      Fit fit = fit(recipe, data, startup, digest);
      History history = fit(model, data, fit, fitter);
      Evaluation test = model.evaluate(data.test());
      return new RunResult(
          recipe, data, model, history, test, initialWeights, digest.sha256(), startup.seconds());
    } catch (IOException | RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private Fit fit(Recipe recipe, TrainingData data, Callback... measures) {
    List<Callback> callbacks = new ArrayList<>(List.of(measures));
    recipe
        .reduction()
        .ifPresent(reduction -> callbacks.add(reduction.onReduction(host.err()::println)));
    Fit fit = Fit.epochs(recipe.settings().epochs())
        .batchSize(recipe.settings().batchSize())
        .callbacks(callbacks.toArray(Callback[]::new));
    fit = recipe.augmentation().map(fit::augmentation).orElse(fit);
    return data.validation().map(fit::validation).orElse(fit);
  }

  private History fit(Model model, TrainingData data, Fit fit, Fitter fitter) throws IOException {
    try (Progress.Epochs epochs = progress.epochs(data.train().size())) {
      List<Callback> callbacks = new ArrayList<>(List.of(epochs));
      callbacks.addAll(fit.callbacks());
      return fitter.fit(model, data.train(), fit.callbacks(callbacks.toArray(Callback[]::new)));
    }
  }
}

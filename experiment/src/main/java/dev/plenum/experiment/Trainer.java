package dev.plenum.experiment;

import dev.plenum.api.Backend;
import dev.plenum.api.Callback;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.callback.BatchDigest;
import dev.plenum.api.network.Network;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.TrainingListener.Follower;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains one network and measures it on the test images.
 *
 * <pre>{@code
 * try (Trained trained = new Trainer(Backends.get("purejava")).train(recipe, data)) {
 *   System.out.println(trained.test().accuracy());
 * }
 * }</pre>
 *
 * @param backend what computes
 * @param listener is notified of what happens
 */
public record Trainer(Backend backend, TrainingListener listener) {

  /**
   * A trainer that notifies nobody.
   *
   * @param backend what computes
   */
  public Trainer(Backend backend) {
    this(backend, TrainingListener.NONE);
  }

  /**
   * Trains at one go; whoever asked for it closes the result.
   *
   * @param recipe how the network is trained
   * @param data the images to train on, to watch the training by, and to measure the result by
   * @return what came out, with the model still open
   * @throws IllegalArgumentException if the recipe does not fit the images; nothing is computed then
   * @throws dev.plenum.api.TrainingDivergedException if there is no whole epoch, or weights are no numbers
   */
  public Trained train(Recipe recipe, TrainingData data) {
    try {
      return train(recipe, data, Fitter.PLAIN);
    } catch (IOException e) {
      throw new UncheckedIOException("a plain training needs no file", e);
    }
  }

  /**
   * Trains; whoever asked for it closes the result.
   *
   * @param recipe how the network is trained
   * @param data the images to train on, to watch the training by, and to measure the result by
   * @param fitter trains at one go, or with checkpoints
   * @return what came out, with the model still open
   * @throws IllegalArgumentException if the recipe does not fit the images; nothing is computed then
   * @throws dev.plenum.api.TrainingDivergedException if there is no whole epoch, or weights are no numbers
   * @throws IOException if a file that the fitter needs cannot be read or written
   */
  public Trained train(Recipe recipe, TrainingData data, Fitter fitter) throws IOException {
    recipe.requireEnough(data);
    Network network = recipe.networkFor(data);
    Model model =
        backend.compile(network, recipe.optimizer(), recipe.loss(), Seed.seed(recipe.seed()));
    try {
      recipe.network().start().ifPresent(start -> model.setWeights(start.over(model.weights())));
      String initialWeights = model.weights().sha256();
      StartupClock startup = new StartupClock();
      BatchDigest batches = new BatchDigest();
      ModelInputs inputs = recipe.inputs(data);
      History history = fit(model, inputs, recipe, data, fitter, startup, batches);
      Evaluation test = model.evaluate(inputs.of(data.test()), recipe.metrics());
      return new Trained(
          recipe,
          data,
          inputs,
          model,
          history,
          test,
          initialWeights,
          batches.sha256(),
          startup.seconds());
    } catch (IOException | RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private History fit(
      Model model,
      ModelInputs inputs,
      Recipe recipe,
      TrainingData data,
      Fitter fitter,
      Callback... measures)
      throws IOException {
    try (Follower follower = listener.begins(recipe, data)) {
      List<Callback> callbacks = new ArrayList<>(List.of(follower));
      callbacks.addAll(List.of(measures));
      recipe.callbacks().forEach(one -> callbacks.add(one.forTraining(listener::announces)));
      callbacks.add(new Divergence());
      Fit fit = recipe.fit().callbacks(callbacks.toArray(Callback[]::new));
      fit = data.validation().map(inputs::of).map(fit::validation).orElse(fit);
      return fitter.fit(model, inputs, inputs.of(data.train()), fit);
    }
  }
}

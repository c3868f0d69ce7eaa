package dev.plenum.experiment;

import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;

/** How a model is fitted: at one go, or with checkpoints. */
@FunctionalInterface
public interface Fitter {
  /** At one go. */
  Fitter PLAIN = (model, inputs, train, fit) -> model.fit(train, fit);

  /**
   * Trains.
   *
   * @param model what is trained; it stays open
   * @param inputs how pictures become the model's input
   * @param train the images, with the values that the model takes
   * @param fit how long and in which batches, with validation images and callbacks
   * @return what was measured, by epoch
   * @throws IOException if a file that is needed cannot be read or written
   */
  History fit(Model model, ModelInputs inputs, Dataset train, Fit fit) throws IOException;
}

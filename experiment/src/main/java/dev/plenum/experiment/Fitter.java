package dev.plenum.experiment;

import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import java.io.IOException;

/** How a model is fitted: at one go, or with checkpoints. */
@FunctionalInterface
public interface Fitter {
  /** At one go. */
  Fitter PLAIN = Model::fit;

  /**
   * Trains.
   *
   * @throws IOException if a file that is needed cannot be read or written
   */
  History fit(Model model, Dataset train, Fit fit) throws IOException;
}

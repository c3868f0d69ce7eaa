package dev.plenum.experiment.comparison;

import dev.plenum.experiment.Recipe;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains the cells of a comparison. */
@FunctionalInterface
public interface CellRunner {

  /**
   * Trains one cell to its end.
   *
   * @param cell what is trained: backend, network, seed and number of epochs
   * @param recipe how it is trained
   * @param folder gets the results
   * @param output gets each line that the training prints
   * @return why there is no result; empty if there is one
   * @throws IOException if a file cannot be read or written
   */
  Optional<CellFailure> run(Cell cell, Recipe recipe, CellFolder folder, Consumer<String> output)
      throws IOException;

  /**
   * {@return whether any number of threads may ask for a cell each at the same time} Else they are trained
   * one after the other, since they would disturb each other's measures.
   */
  default boolean takesAllAtOnce() {
    return false;
  }
}

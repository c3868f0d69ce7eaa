package dev.plenum.interchange.imported;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.SavedNormalisation;
import java.util.List;
import java.util.Optional;

/**
 * What a file of another format gave.
 *
 * @param trained the network and its weights
 * @param input what the network gets there
 * @param precision how it is computed there, if not in float32: {@code mixed_float16}; here it is float32
 * @param optimizer what it was trained with, where it can be trained on with the same
 * @param hasOptimizerState whether the file also has the state of an optimizer, which was left there
 * @param leftOut what is not in the network, as it does nothing when predicting: {@code random_flip
 *     (RandomFlip)}
 */
public record ImportedModel(
    TrainedNetwork trained,
    Input input,
    Optional<String> precision,
    Optional<ImportedOptimizer> optimizer,
    boolean hasOptimizerState,
    List<String> leftOut) {

  /**
   * Copies the list.
   *
   * @param trained the network and its weights
   * @param input what the network gets there
   * @param precision how it is computed there; empty for float32
   * @param optimizer what it was trained with; empty if it cannot be trained on with the same
   * @param hasOptimizerState whether the file also has the state of an optimizer, which was left there
   * @param leftOut what is not in the network, as it does nothing when predicting; copied
   */
  public ImportedModel {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * {@return a network of pictures, and nothing more}
   *
   * @param trained the network and its weights; of its input only the shape is known
   */
  public static ImportedModel of(TrainedNetwork trained) {
    return new ImportedModel(
        trained,
        Input.of(trained.network().input()),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  /**
   * What is known of a network's input. What only scales pixels is not among the network's layers.
   *
   * @param shape of one input there: that of the network's pictures, the same without channels, or
   *     values in a row
   * @param rescaling what is done to the input before all else
   * @param normalisation what is done then
   * @param bytes what says that the input is pixels from 0 to 255, for the user; empty if nothing does
   */
  public record Input(
      Shape shape,
      Optional<Rescaling> rescaling,
      Optional<SavedNormalisation> normalisation,
      Optional<String> bytes) {

    /**
     * {@return an input of a shape, of which nothing more is known}
     *
     * @param shape of one input there: that of the network's pictures, the same without channels, or values
     *     in a row
     */
    public static Input of(Shape shape) {
      return new Input(shape, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * An optimizer and what it remembers.
   *
   * @param spec what it is made from
   * @param state its slots in the network's order, for parameters that are trained
   */
  public record ImportedOptimizer(OptimizerSpec spec, OptimizerState state) {}
}

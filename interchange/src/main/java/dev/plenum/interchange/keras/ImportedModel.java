package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.interchange.TrainedNetwork;
import java.util.List;
import java.util.Optional;

/**
 * What a file of Keras gave.
 *
 * @param trained the network and its weights
 * @param input what the network gets there
 * @param precision how Keras computes, if not in float32: {@code mixed_float16}; here it is float32
 * @param hasOptimizerState whether the file also has the state of an optimizer, which was left there
 * @param leftOut layers that are not among the network's, as they do nothing when predicting: {@code
 *     random_flip (RandomFlip)}
 */
public record ImportedModel(
    TrainedNetwork trained,
    Input input,
    Optional<String> precision,
    boolean hasOptimizerState,
    List<String> leftOut) {

  /** Copies the list. */
  public ImportedModel {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What is known of a network's input. Its layers Rescaling and Reshape at the beginning are not among
   * the network's.
   *
   * @param shape of one input in Keras: that of the network's pictures, the same without channels, or
   *     values in a row
   * @param rescaling what it does to its input before all else
   * @param isWholeNumbers whether the input is declared as whole numbers (uint8), as pixels from 0 to
   *     255 are
   */
  public record Input(Shape shape, Optional<Rescaling> rescaling, boolean isWholeNumbers) {}
}

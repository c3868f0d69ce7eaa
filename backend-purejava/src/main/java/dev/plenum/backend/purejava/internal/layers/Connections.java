package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/**
 * The maps that a layer stands between.
 *
 * @param input what it reads
 * @param output what it writes
 * @param inputGradient what it writes going backward; null where nobody needs it (no layer before has
 *     parameters, or the network only predicts)
 * @param outputGradient what it reads going backward; null likewise
 */
public record Connections(
    FeatureMaps input,
    FeatureMaps output,
    @Nullable Gradients inputGradient,
    @Nullable Gradients outputGradient) {

  /** The gradient of the output, in a network that trains. */
  Gradients requireOutputGradient() {
    return requireTraining(outputGradient);
  }

  /** What a network has only if it trains. */
  static <T> T requireTraining(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("backward pass in a network that only predicts");
    }
    return part;
  }
}

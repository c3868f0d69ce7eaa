package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The maps that a merge stands between.
 *
 * @param inputs what it reads
 * @param inputGradients what it writes going backward; empty where nobody needs one
 * @param output what it writes
 * @param outputGradient what it reads going backward; null where nobody needs it
 */
public record Merging(
    List<FeatureMaps> inputs,
    List<Optional<Gradients>> inputGradients,
    FeatureMaps output,
    @Nullable Gradients outputGradient) {

  /** Copies the lists. */
  public Merging {
    inputs = List.copyOf(inputs);
    inputGradients = List.copyOf(inputGradients);
  }

  /** A merge's way back, for each input by itself; null where there is nothing to compute. */
  @Nullable
  ImageBackward backward(InputBackward back) {
    if (outputGradient == null) {
      return null;
    }
    Gradients source = outputGradient;
    return (image, slot, worker) -> {
      for (int i = 0; i < inputGradients.size(); i++) {
        Gradients target = inputGradients.get(i).orElse(null);
        if (target != null) {
          back.run(
              i,
              image,
              source.maps(),
              source.place(image, worker),
              target.maps(),
              target.place(image, worker),
              worker);
        }
      }
    };
  }

  /** Computes the gradient of one input of one image. */
  @FunctionalInterface
  interface InputBackward {
    void run(
        int input,
        int image,
        FeatureMaps gradient,
        int place,
        FeatureMaps target,
        int targetPlace,
        int worker);
  }
}

package dev.plenum.interchange.keras;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.NormalisationSteps;
import dev.plenum.persistence.SavedNormalisation;
import java.util.ArrayList;
import java.util.List;

/**
 * Keras's layer of that name at a network's beginning: {@code (value − mean) / √variance}, by channel.
 *
 * @param mean of each channel
 * @param variance of each channel, greater than 0
 */
public record Normalization(List<Double> mean, List<Double> variance) {

  /**
   * Copies the lists.
   *
   * @param mean of each channel; copied
   * @param variance of each channel, greater than 0; copied
   */
  public Normalization {
    mean = List.copyOf(mean);
    variance = List.copyOf(variance);
  }

  /**
   * {@return the layer that does what a saved normalisation does}
   *
   * @param saved its settings by Keras's names, and its statistics
   * @param images the shape of the images
   * @throws IllegalArgumentException if no such layer does it; the message names the step
   */
  public static Normalization of(SavedNormalisation saved, Shape images) {
    NormalisationSteps steps = NormalisationSteps.of(saved, images);
    if (steps.samplewiseCenter()) {
      throw unknown("samplewise normalisation");
    }
    if (steps.whitening().isPresent()) {
      throw unknown("ZCA whitening");
    }
    List<Double> mean = new ArrayList<>();
    List<Double> variance = new ArrayList<>();
    for (int c = 0; c < images.channels(); c++) {
      int channel = c;
      double divisor =
          steps.channelDivisors().map(divisors -> divisors[channel]).orElse(1.0) / steps.rescale();
      mean.add(steps.channelMeans().map(means -> means[channel]).orElse(0.0) / steps.rescale());
      variance.add(divisor * divisor);
    }
    return new Normalization(mean, variance);
  }

  private static IllegalArgumentException unknown(String step) {
    return new IllegalArgumentException("Keras has no layer for its " + step);
  }

  /** The same as a layer of a network. */
  LayerSpec layer() {
    return new dev.plenum.api.network.Normalization(mean, variance);
  }
}

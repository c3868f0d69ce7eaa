package dev.plenum.experiment.analysis;

import dev.plenum.api.Backend;
import dev.plenum.api.network.Reshape;
import dev.plenum.persistence.SavedModel;
import java.util.Optional;

/**
 * Grad-CAM (Selvaraju et al. 2017): where in a picture the maps of the last convolution speak for a class.
 * Each map counts as much as the mean gradient of the class's score (before the softmax) by its values; of
 * the weighted sum, what is negative becomes 0.
 */
public final class GradCam implements AutoCloseable {
  private final Features maps;
  private final ScoreGradient gradient;

  private GradCam(Features maps, ScoreGradient gradient) {
    this.maps = maps;
    this.gradient = gradient;
  }

  /**
   * {@return one for a network; empty if it has no convolution, or the backend has no layer that reshapes}
   *
   * @param saved the network, with its weights
   * @param backend runs the network
   */
  public static Optional<GradCam> of(SavedModel saved, Backend backend) {
    return NetworkCut.behindLastConvolution(saved.network())
        .filter(cut -> backend.supports(new Reshape(cut.shape())))
        .map(cut -> open(saved, cut, backend));
  }

  private static GradCam open(SavedModel saved, NetworkCut cut, Backend backend) {
    Features maps = new Features(saved, cut, backend);
    try {
      return new GradCam(maps, new ScoreGradient(saved, cut, backend));
    } catch (RuntimeException | Error e) {
      maps.close();
      throw e;
    }
  }

  /**
   * {@return the map of a picture, at the size of the convolution's maps} 0 where nothing speaks for the
   * class.
   *
   * @param image an input of the network
   * @param label the class
   */
  public HeatMap of(float[] image, int label) {
    float[] values = maps.of(image, 1);
    float[] gradients = gradient.of(values, label);
    int channels = maps.shape().channels();
    int places = values.length / channels;
    double[] heat = new double[places];
    for (int c = 0; c < channels; c++) {
      double weight = 0;
      for (int i = 0; i < places; i++) {
        weight += gradients[i * channels + c];
      }
      for (int i = 0; i < places; i++) {
        heat[i] += weight / places * values[i * channels + c];
      }
    }
    for (int i = 0; i < places; i++) {
      heat[i] = Math.max(0, heat[i]);
    }
    return HeatMap.of(maps.shape().height(), maps.shape().width(), heat);
  }

  @Override
  public void close() {
    try (maps) {
      gradient.close();
    }
  }
}

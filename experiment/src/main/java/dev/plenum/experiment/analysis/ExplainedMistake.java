package dev.plenum.experiment.analysis;

import dev.plenum.experiment.analysis.NearestImages.Neighbour;
import java.util.List;
import java.util.Optional;

/**
 * A mistake, and what the classifier looked at.
 *
 * @param mistake the mistake
 * @param occlusion where covering the picture makes the wrong class less probable
 * @param gradCam where the last convolution's maps speak for the wrong class, the mean over the members of a
 *     committee; empty if a network has no convolution
 * @param nearest those of the dataset's training images with the most similar features in the first network
 */
public record ExplainedMistake(
    Mistake mistake, HeatMap occlusion, Optional<HeatMap> gradCam, List<Neighbour> nearest) {
  /**
   * Copies the list.
   *
   * @param mistake what is explained
   * @param occlusion where covering the picture makes the wrong class less probable
   * @param gradCam where the last convolution's maps speak for the wrong class; empty if there is none
   * @param nearest those of the dataset's training images with the most similar features
   */
  public ExplainedMistake {
    nearest = List.copyOf(nearest);
  }
}

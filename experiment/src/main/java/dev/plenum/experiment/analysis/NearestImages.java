package dev.plenum.experiment.analysis;

import dev.plenum.api.Backend;
import dev.plenum.api.data.Dataset;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The images of a dataset that a network takes to be most like others: by the cosine between their last
 * features, which are what its last Dense layer reads. All are compared, block by block.
 */
public final class NearestImages {
  private static final int BLOCK = 256;
  private static final Comparator<Neighbour> NEAREST_FIRST =
      Comparator.comparingDouble(Neighbour::cosine).reversed().thenComparingInt(Neighbour::image);

  private NearestImages() {}

  /**
   * An image near another one.
   *
   * @param image its index
   * @param label its given class
   * @param cosine from −1 to 1: the cosine of the angle between both images' features; 0 if one of them
   *     has no features
   */
  public record Neighbour(int image, int label, double cosine) {}

  /**
   * Finds them.
   *
   * @param saved the network
   * @param inputs make its input of pixels
   * @param backend what computes
   * @param images those that others are to be found for
   * @param among where they are looked for; as many bytes of memory as one block of features takes, and no
   *     more, are needed for it
   * @param count how many for each, at least 1; fewer if there are fewer
   * @return for each image the nearest first, of equally near ones that with the lower index
   */
  public static List<List<Neighbour>> of(
      SavedModel saved,
      ModelInputs inputs,
      Backend backend,
      List<byte[]> images,
      Dataset among,
      int count) {
    NetworkCut cut = NetworkCut.beforeLastDense(saved.network());
    try (Features features = new Features(saved, cut, backend)) {
      List<float[]> queries = images.stream()
          .map(image -> normalised(features.of(inputs.of(image), 1)))
          .toList();
      List<List<Neighbour>> nearest =
          images.stream().<List<Neighbour>>map(image -> new ArrayList<>()).toList();
      Dataset values = inputs.of(among);
      for (int start = 0; start < among.size(); start += BLOCK) {
        int size = Math.min(BLOCK, among.size() - start);
        List<float[]> block = block(features, values, start, size);
        for (int q = 0; q < queries.size(); q++) {
          merge(nearest.get(q), neighbours(queries.get(q), block, among, start), count);
        }
      }
      return nearest.stream().map(List::copyOf).toList();
    }
  }

  private static List<float[]> block(Features features, Dataset values, int start, int size) {
    int pixels = values.imageShape().size();
    float[] images = new float[size * pixels];
    for (int i = 0; i < size; i++) {
      values.copyImage(start + i, images, i * pixels);
    }
    float[] all = features.of(images, size);
    int length = features.shape().size();
    List<float[]> block = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      block.add(normalised(Arrays.copyOfRange(all, i * length, (i + 1) * length)));
    }
    return block;
  }

  private static List<Neighbour> neighbours(
      float[] query, List<float[]> block, Dataset among, int start) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      neighbours.add(
          new Neighbour(start + i, among.label(start + i), product(query, block.get(i))));
    }
    return neighbours;
  }

  private static void merge(List<Neighbour> nearest, List<Neighbour> more, int count) {
    nearest.addAll(more);
    nearest.sort(NEAREST_FIRST);
    nearest.subList(Math.min(count, nearest.size()), nearest.size()).clear();
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return Math.max(-1, Math.min(1, sum));
  }

  private static float[] normalised(float[] features) {
    double length = Math.sqrt(squares(features));
    float[] normalised = new float[features.length];
    for (int i = 0; length > 0 && i < features.length; i++) {
      normalised[i] = (float) (features[i] / length);
    }
    return normalised;
  }

  private static double squares(float[] features) {
    double sum = 0;
    for (float feature : features) {
      sum += (double) feature * feature;
    }
    return sum;
  }
}

package dev.plenum.experiment.analysis;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a network computes inside, its gradients, and the maps made of both. */
class NetworkInsightTest {
  private static final Shape IMAGE = Shape.of(8, 8, 1);
  private static final Backend BACKEND = Backends.get("purejava");

  /** With a pool behind the maps, a hidden layer and dropout. */
  private static final Network LINE = Sequential.of(
      IMAGE,
      Conv2D.of(3, 3).padding(SAME).activation(RELU),
      Conv2D.of(4, 3).padding(SAME).activation(RELU),
      MaxPool2D.of(2),
      Dropout.of(0.5),
      Flatten.instance(),
      Dense.of(6).activation(Activation.TANH),
      Dense.of(3).activation(SOFTMAX));

  /** The last convolution is in a branch; normalised, ending in a softmax layer. */
  private static final Network RESIDUAL = Graph.of(IMAGE, images -> {
    var stem =
        images.then(Conv2D.of(3, 3).padding(SAME), BatchNormalization.defaults(), RELU.layer());
    var inner = stem.then(Conv2D.of(3, 3).padding(SAME), BatchNormalization.defaults());
    return Add.of(stem, inner)
        .then(RELU.layer(), GlobalAveragePooling2D.instance(), Dense.of(3), SOFTMAX.layer());
  });

  private static SavedModel saved(Network network) {
    try (Model model = BACKEND.compile(network, Adam.defaults(), new Seed(5))) {
      return SavedModel.of(
          model, Preprocessing.of(IMAGE), List.of("a", "b", "c"), JsonObject.empty());
    }
  }

  private static float[] image(long seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(seed));
    float[] image = new float[IMAGE.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.below(i, 1000) / 1000f;
    }
    return image;
  }

  @Test
  void mapsAreCutBehindTheLastConvolutionAndWhatBelongsToIt() {
    assertEquals(1, NetworkCut.behindLastConvolution(LINE).orElseThrow().position());
    NetworkCut residual = NetworkCut.behindLastConvolution(RESIDUAL).orElseThrow();
    assertEquals(
        "activation_1", RESIDUAL.placedLayers().get(residual.position()).name());
    assertTrue(NetworkCut.behindLastConvolution(
            Sequential.of(IMAGE, Flatten.instance(), Dense.of(3).activation(SOFTMAX)))
        .isEmpty());
    assertEquals(Shape.of(6), NetworkCut.beforeLastDense(LINE).shape());
    assertEquals(Shape.of(3), NetworkCut.beforeLastDense(RESIDUAL).shape());
  }

  /** Of a linear head, logits = features · kernel + bias: what comes out of the cut must be these features. */
  @Test
  void theFeaturesAreWhatTheLastLayerReads() {
    for (Network network : List.of(LINE, RESIDUAL)) {
      SavedModel saved = saved(network);
      NetworkCut cut = NetworkCut.beforeLastDense(network);
      String last = network == LINE ? "dense_1" : "dense";
      try (Features features = new Features(saved, cut, BACKEND);
          Model whole = saved.restore(BACKEND, new Seed(0))) {
        float[] values = features.of(image(1), 1);
        float[] logits = new float[3];
        whole.logits(image(1), 1, logits);
        for (int c = 0; c < 3; c++) {
          double sum = saved.weights().get(last + "/bias").get(c);
          for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * saved.weights().get(last + "/kernel").get(i * 3 + c);
          }
          assertEquals(sum, logits[c], 1e-5);
        }
      }
    }
  }

  /** Moving the value along the gradient must change the score by as much as the gradient says. */
  @Test
  void theGradientIsThatOfFiniteDifferences() {
    for (Network network : List.of(LINE, RESIDUAL)) {
      SavedModel saved = saved(network);
      NetworkCut cut = NetworkCut.behindLastConvolution(network).orElseThrow();
      try (ScoreGradient gradient = new ScoreGradient(saved, cut, BACKEND)) {
        float[] at = apart(cut.shape().size());
        for (int label = 0; label < 3; label++) {
          float[] found = gradient.of(at, label);
          float[] expected = differences(gradient, at, label);
          assertArrayEquals(expected, found, 3e-4f);
          assertTrue(IntStream.range(0, found.length)
                  .mapToDouble(i -> Math.abs(found[i]))
                  .max()
                  .orElse(0)
              > 3e-3);
        }
      }
    }
  }

  /** Numbers so far apart that a small step does not change which of them is the largest in a pool. */
  private static float[] apart(int count) {
    int[] order = CounterRandom.of(Purpose.GENERATION, new Seed(2)).permutation(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = order[i] / 64f;
    }
    return values;
  }

  private static float[] differences(ScoreGradient gradient, float[] at, int label) {
    float step = 1f / 256;
    float[] differences = new float[at.length];
    for (int i = 0; i < at.length; i++) {
      float[] up = at.clone();
      float[] down = at.clone();
      up[i] += step;
      down[i] -= step;
      differences[i] =
          (gradient.score(up, label) - gradient.score(down, label)) / (up[i] - down[i]);
    }
    return differences;
  }

  @Test
  void theScoreIsTheNetworksOwn() {
    SavedModel saved = saved(LINE);
    NetworkCut cut = NetworkCut.behindLastConvolution(LINE).orElseThrow();
    try (Features maps = new Features(saved, cut, BACKEND);
        ScoreGradient gradient = new ScoreGradient(saved, cut, BACKEND);
        Model whole = saved.restore(BACKEND, new Seed(0))) {
      float[] logits = new float[3];
      whole.logits(image(3), 1, logits);
      assertEquals(logits[2], gradient.score(maps.of(image(3), 1), 2), 1e-5f);
    }
  }

  /** Behind a global mean, each map's weight is its kernel's value over the number of places. */
  @Test
  void gradCamOfAGlobalMeanIsTheClassActivationMap() {
    Network network = Sequential.of(
        IMAGE,
        Conv2D.of(4, 3).padding(SAME).activation(RELU),
        GlobalAveragePooling2D.instance(),
        Dense.of(3).activation(SOFTMAX));
    SavedModel saved = saved(network);
    NetworkCut cut = NetworkCut.behindLastConvolution(network).orElseThrow();
    try (Features maps = new Features(saved, cut, BACKEND);
        GradCam gradCam = GradCam.of(saved, BACKEND).orElseThrow()) {
      float[] values = maps.of(image(4), 1);
      HeatMap heat = gradCam.of(image(4), 1);
      assertEquals(8, heat.height());
      for (int place = 0; place < 64; place++) {
        double sum = 0;
        for (int c = 0; c < 4; c++) {
          sum += (double) values[place * 4 + c]
              * saved.weights().get("dense/kernel").get(c * 3 + 1)
              / 64;
        }
        assertEquals(Math.max(0, sum), heat.values().get(place), 1e-6);
      }
    }
  }

  /** A network that only looks at one pixel. */
  @Test
  void theOcclusionMapShowsTheOnlyPixelThatCounts() {
    Network network = Sequential.of(IMAGE, Flatten.instance(), Dense.of(3).activation(SOFTMAX));
    SavedModel random = saved(network);
    float[] kernel = new float[64 * 3];
    kernel[(3 * 8 + 5) * 3 + 1] = 10; // row 3, column 5 speaks for b
    SavedModel saved = new SavedModel(
        network,
        random.optimizer(),
        new NamedTensors(Map.of(
            "dense/kernel", new Tensor(Shape.of(64, 3), kernel),
            "dense/bias", new Tensor(Shape.of(3), new float[3]))),
        random.optimizerState(),
        random.preprocessing(),
        random.classNames(),
        random.provenance());
    byte[] picture = new byte[64];
    picture[3 * 8 + 5] = (byte) 255;
    try (Model model = saved.restore(BACKEND, new Seed(0))) {
      HeatMap heat =
          new Occlusion(ModelInputs.of(saved.preprocessing()), 1, 1).of(model, picture, 1);
      double whole = Math.exp(10) / (Math.exp(10) + 2);
      assertEquals(whole - 1.0 / 3, heat.at(3, 5), 1e-5);
      assertEquals(whole - 1.0 / 3, heat.maximum(), 1e-5);
      assertEquals(0, heat.at(3, 4), 1e-7);
      HeatMap wide =
          new Occlusion(ModelInputs.of(saved.preprocessing()), 3, 2).of(model, picture, 1);
      assertTrue(wide.at(3, 5) > 0.3, "every patch over it takes it away");
      assertEquals(0, wide.at(0, 0), 1e-7);
    }
  }

  @Test
  void theNearestImageOfAnImageIsItself() {
    var images = TinyMnist.dataset(300, 3);
    Network network = Sequential.of(
        images.imageShape(),
        Flatten.instance(),
        Dense.of(8).activation(RELU),
        Dense.of(10).activation(SOFTMAX));
    try (Model model = BACKEND.compile(network, Adam.defaults(), new Seed(5))) {
      SavedModel saved = SavedModel.of(
          model, Preprocessing.of(images.imageShape()), images.classNames(), JsonObject.empty());
      var nearest = NearestImages.of(
          saved,
          ModelInputs.of(saved.preprocessing()),
          BACKEND,
          List.of(images.image(7), images.image(299)),
          images,
          3);
      assertEquals(2, nearest.size());
      assertEquals(7, nearest.get(0).get(0).image());
      assertEquals(299, nearest.get(1).get(0).image());
      assertEquals(1, nearest.get(1).get(0).cosine(), 1e-6);
      assertEquals(3, nearest.get(0).size());
      assertTrue(nearest.get(0).get(1).cosine() >= nearest.get(0).get(2).cosine());
    }
  }
}

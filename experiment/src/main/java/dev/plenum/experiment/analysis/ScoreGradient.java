package dev.plenum.experiment.analysis;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Graph.Node;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.SavedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The gradient of a class's score (what goes into the softmax) by a value inside a network, on any backend
 * that can train: it is read off one step of training.
 *
 * <p>The value becomes a weight. A network that takes a single pixel of value 1 makes it by a Dense layer,
 * whose kernel is the value and whose bias is 0; then come the layers behind the value, frozen and without
 * dropout; then a Dense layer makes two scores, the class's less a constant, and 0. After one step of plain
 * gradient descent with rate 1 on label 0, the bias is the loss's negative gradient by the value, which is
 * (1 − p) times the score's gradient, p being the probability of label 0. The constant keeps p near 1/2.
 */
final class ScoreGradient implements AutoCloseable {
  private static final Shape PIXEL = Shape.of(1, 1, 1);

  /** What stands before the head: Flatten, Dense, Reshape. */
  private static final int BEFORE = 3;

  private static final Sgd PLAIN = Sgd.defaults().learningRate(1);

  private final Model model;
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final PlacedLayer value;
  private final PlacedLayer score;
  private final int classes;
  private final Batch one = new Batch(PIXEL, 1);

  ScoreGradient(SavedModel saved, NetworkCut cut, Backend backend) {
    classes = saved.network().classes();
    List<PlacedLayer> head = saved.network().placedLayers().stream()
        .filter(layer -> layer.index() > cut.position() && !isLeftOut(layer.spec()))
        .toList();
    Graph network = network(cut, head);
    List<PlacedLayer> placed = network.placedLayers();
    value = placed.get(1);
    score = placed.get(placed.size() - 1);
    for (int i = 0; i < head.size(); i++) {
      PlacedLayer before = head.get(i);
      PlacedLayer now = placed.get(BEFORE + i);
      for (ParameterSpec parameter : before.parameters()) {
        weights.put(
            now.parameterName(parameter), saved.weights().get(before.parameterName(parameter)));
      }
    }
    Dataset pixel = new Dataset(PIXEL, new byte[] {(byte) 255}, new int[] {0}, List.of("0", "1"));
    one.load(pixel, new int[] {0}, 0, 1);
    model = backend.compile(network, PLAIN, new Seed(0));
  }

  /** What does nothing when predicting, and the softmax. */
  private static boolean isLeftOut(Operation operation) {
    return operation instanceof Dropout
        || operation instanceof SpatialDropout2D
        || operation.equals(Activation.SOFTMAX.layer());
  }

  private Graph network(NetworkCut cut, List<PlacedLayer> head) {
    List<Node> nodes = new ArrayList<>(List.of(
        new Node(Flatten.instance(), List.of(PlacedLayer.IMAGES)),
        new Node(Dense.of(cut.shape().size()), List.of(0)),
        new Node(new Reshape(cut.shape()), List.of(1))));
    Map<Integer, Integer> places = new HashMap<>(); // where a value of the whole network is now
    places.put(cut.position(), BEFORE - 1);
    List<PlacedLayer> all = cut.network().placedLayers();
    for (PlacedLayer layer : all.subList(cut.position() + 1, all.size())) {
      if (head.contains(layer)) {
        nodes.add(new Node(
            linearAtEnd(layer.spec()), layer.reads().stream().map(places::get).toList()));
        places.put(layer.index(), nodes.size() - 1);
      } else {
        places.put(layer.index(), places.get(layer.reads().get(0)));
      }
    }
    nodes.add(new Node(Dense.of(2), List.of(nodes.size() - 1)));
    return new Graph(
        PIXEL, nodes, IntStream.range(BEFORE, nodes.size()).boxed().collect(Collectors.toSet()));
  }

  private static Operation linearAtEnd(Operation operation) {
    return operation instanceof Dense dense && dense.activation() == Activation.SOFTMAX
        ? dense.activation(Activation.LINEAR)
        : operation;
  }

  /**
   * Computes it.
   *
   * @param at the value, in the order h, w, c
   * @param label the class whose score it is
   * @return the score's derivative by each number of the value
   */
  float[] of(float[] at, int label) {
    set(at, label, -score(at, label));
    float[] scores = scores();
    double share = 1 / (1 + StrictMath.exp(scores[0] - scores[1])); // 1 − p
    model.trainOnBatch(one, 0);
    float[] step = model.weights().get(value.name() + "/bias").toArray();
    for (int i = 0; i < step.length; i++) {
      step[i] = (float) (step[i] / share);
    }
    return step;
  }

  /** The score itself, for a value. */
  float score(float[] at, int label) {
    set(at, label, 0);
    return scores()[0];
  }

  private float[] scores() {
    float[] scores = new float[2];
    model.logits(new float[] {1}, 1, scores);
    return scores;
  }

  private void set(float[] at, int label, float constant) {
    float[] kernel = new float[classes * 2];
    kernel[label * 2] = 1;
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put(value.name() + "/kernel", new Tensor(Shape.of(1, at.length), at));
    all.put(value.name() + "/bias", new Tensor(Shape.of(at.length), new float[at.length]));
    all.putAll(weights);
    all.put(score.name() + "/kernel", new Tensor(Shape.of(classes, 2), kernel));
    all.put(score.name() + "/bias", new Tensor(Shape.of(2), new float[] {constant, 0}));
    model.setWeights(new NamedTensors(all));
  }

  @Override
  public void close() {
    model.close();
  }
}

package dev.plenum.tck.reference;

import dev.plenum.api.BatchResult;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A network that computes in double precision what every backend must compute, made to be read and
 * to be right, not to be fast. Samples go through the layers one by one; the gradient is the mean of
 * theirs.
 *
 * <pre>{@code
 * ReferenceNetwork reference = new ReferenceNetwork(network, Adam.defaults(), seed(7));
 * BatchResult result = reference.trainOnBatch(images, labels, 0);
 * double[] logits = reference.logits(images, labels.length);
 * }</pre>
 *
 * <p>Images are {@code count} samples in h, w, c order, one after another. Not for use by several
 * threads at once.
 */
public final class ReferenceNetwork {
  private final Network network;
  private final List<ReferenceLayer> layers;
  private final List<Parameter> parameters;
  private final ReferenceOptimizer optimizer;

  /** A network with the initial weights that follow from the seed. */
  public ReferenceNetwork(Network network, OptimizerSpec optimizer, Seed seed) {
    this(
        network,
        optimizer,
        seed,
        layer -> ReferenceLayers.of(layer, seed),
        UpdateRule.of(optimizer));
  }

  /** A network of other layers and another rule than the contract's, to test the kit with. */
  ReferenceNetwork(
      Network network,
      OptimizerSpec spec,
      Seed seed,
      Function<PlacedLayer, List<ReferenceLayer>> layersOf,
      UpdateRule rule) {
    this.network = network;
    this.layers =
        network.placedLayers().stream().map(layersOf).flatMap(List::stream).toList();
    this.parameters =
        layers.stream().map(ReferenceLayer::parameters).flatMap(List::stream).toList();
    this.optimizer = new ReferenceOptimizer(spec, rule, parameters);
    setWeights(InitialWeights.of(network, seed));
  }

  /** What goes into the softmax, {@code count} × classes values; without dropout. */
  public double[] logits(double[] images, int count) {
    double[] logits = new double[count * network.classes()];
    for (int n = 0; n < count; n++) {
      double[] z = last(activations(image(images, n), Pass.predicting()));
      System.arraycopy(z, 0, logits, n * z.length, z.length);
    }
    return logits;
  }

  /** The mean loss of a batch with the dropout of that step. */
  public double loss(double[] images, int[] labels, long step) {
    double sum = 0;
    for (int n = 0; n < labels.length; n++) {
      double[] z = last(activations(image(images, n), Pass.training(step, n)));
      sum += CrossEntropy.loss(z, labels[n]);
    }
    return sum / labels.length;
  }

  /** Makes one update of the weights, with the dropout of that step. */
  public BatchResult trainOnBatch(double[] images, int[] labels, long step) {
    BatchResult result = computeGradients(images, labels, step);
    optimizer.update();
    return result;
  }

  /** The gradients of a batch's mean loss with the dropout of that step, by parameter. */
  public Map<String, double[]> gradients(double[] images, int[] labels, long step) {
    computeGradients(images, labels, step);
    Map<String, double[]> gradients = new LinkedHashMap<>();
    parameters.forEach(p -> gradients.put(p.name, p.gradient.clone()));
    return gradients;
  }

  private BatchResult computeGradients(double[] images, int[] labels, long step) {
    parameters.forEach(Parameter::clearGradient);
    double lossSum = 0;
    int correct = 0;
    for (int n = 0; n < labels.length; n++) {
      Pass pass = Pass.training(step, n);
      List<double[]> activations = activations(image(images, n), pass);
      double[] z = last(activations);
      lossSum += CrossEntropy.loss(z, labels[n]);
      correct += CrossEntropy.argmax(z) == labels[n] ? 1 : 0;
      double[] gradient = CrossEntropy.gradient(z, labels[n]);
      backward(activations, Arrays.stream(gradient).map(g -> g / labels.length).toArray(), pass);
    }
    return new BatchResult(lossSum, correct, labels.length);
  }

  /** The input and the output of every layer in turn. */
  private List<double[]> activations(double[] image, Pass pass) {
    List<double[]> activations = new ArrayList<>(List.of(image));
    for (ReferenceLayer layer : layers) {
      activations.add(layer.forward(last(activations), pass));
    }
    return activations;
  }

  private void backward(List<double[]> activations, double[] outputGradient, Pass pass) {
    double[] gradient = outputGradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      gradient = layers.get(i).backward(activations.get(i), gradient, pass);
    }
  }

  /**
   * How near a batch comes, in training at that step, to a point where rounding could change the
   * gradient: the input 0 of a ReLU, or two largest values of a pool. The smallest distance found,
   * relative to the largest magnitude in that layer; infinite for a smooth network.
   */
  public double kinkMargin(double[] images, int count, long step) {
    double margin = Double.POSITIVE_INFINITY;
    for (int n = 0; n < count; n++) {
      List<double[]> activations = activations(image(images, n), Pass.training(step, n));
      for (int i = 0; i < layers.size(); i++) {
        margin = Math.min(margin, layers.get(i).kinkMargin(activations.get(i)));
      }
    }
    return margin;
  }

  /** The weights rounded to single precision, in layer order and Keras's layouts. */
  public NamedTensors weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    parameters.forEach(p -> weights.put(p.name, Doubles.toTensor(p.shape, p.values)));
    return new NamedTensors(weights);
  }

  /**
   * Sets all weights.
   *
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "weights");
    parameters.forEach(p -> Doubles.copy(weights.get(p.name), p.values));
  }

  /** The weights in double precision; a change of an array changes the network. */
  public Map<String, double[]> parameterValues() {
    Map<String, double[]> values = new LinkedHashMap<>();
    parameters.forEach(p -> values.put(p.name, p.values));
    return values;
  }

  /** What the optimizer remembers, rounded to single precision. */
  public OptimizerState optimizerState() {
    return optimizer.state();
  }

  /**
   * Takes back what {@link #optimizerState} gave, also from a backend.
   *
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  public void setOptimizerState(OptimizerState state) {
    optimizer.setState(state);
  }

  /** The step size of the next update. */
  public double learningRate() {
    return optimizer.learningRate();
  }

  /**
   * Sets the step size of the next updates.
   *
   * @throws IllegalArgumentException if it is not greater than 0
   */
  public void setLearningRate(double learningRate) {
    optimizer.setLearningRate(learningRate);
  }

  /** The number of updates so far. */
  public long iterations() {
    return optimizer.iterations();
  }

  private double[] image(double[] images, int n) {
    int size = network.input().size();
    return Arrays.copyOfRange(images, n * size, (n + 1) * size);
  }

  private static double[] last(List<double[]> activations) {
    return activations.get(activations.size() - 1);
  }
}

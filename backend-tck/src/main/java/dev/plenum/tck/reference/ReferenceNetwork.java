package dev.plenum.tck.reference;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A network that computes in double precision what every backend must compute, made to be read and
 * to be right, not to be fast. A batch goes through the layers one by one.
 *
 * <pre>{@code
 * ReferenceNetwork reference = new ReferenceNetwork(network, Adam.defaults(), seed(7));
 * BatchResult result = reference.trainOnBatch(new ReferenceBatch(images, labels), 0);
 * double[] logits = reference.logits(images, labels.length);
 * }</pre>
 *
 * <p>Images are {@code count} samples in h, w, c order, one after another. Not for use by several
 * threads at once.
 */
public final class ReferenceNetwork {
  private final Network network;
  private final CrossEntropy crossEntropy;
  private final ReferenceGraph graph;
  private final List<Parameter> parameters;
  private final ReferenceOptimizer optimizer;

  /**
   * A network with the initial weights that follow from the seed, and no label smoothing.
   *
   * @param network its layers, and the shape of its images
   * @param optimizer how {@link #trainOnBatch} changes the weights
   * @param seed keys the initial weights and the dropout
   */
  public ReferenceNetwork(Network network, OptimizerSpec optimizer, Seed seed) {
    this(network, optimizer, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, seed);
  }

  /**
   * A network with the initial weights that follow from the seed.
   *
   * @param network its layers, and the shape of its images
   * @param optimizer how {@link #trainOnBatch} changes the weights
   * @param loss what training makes small, perhaps with label smoothing
   * @param seed keys the initial weights and the dropout
   */
  public ReferenceNetwork(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    this(
        network,
        loss,
        seed,
        layer -> ReferenceLayers.of(layer, seed),
        all -> new ReferenceOptimizer(optimizer, UpdateRules.of(optimizer), all));
  }

  /** A network of other layers and another optimizer than the contract's, to test the kit with. */
  ReferenceNetwork(
      Network network,
      Loss loss,
      Seed seed,
      Function<PlacedLayer, List<ReferenceLayer>> layersOf,
      Function<List<Parameter>, ReferenceOptimizer> optimizerOf) {
    this.network = network;
    crossEntropy = new CrossEntropy(loss.labelSmoothing());
    graph = new ReferenceGraph(network, layersOf);
    parameters = graph.parameters();
    optimizer = optimizerOf.apply(parameters);
    setWeights(InitialWeights.of(network, seed));
  }

  /**
   * {@return what goes into the softmax, {@code count} × classes values; without dropout, and with moving
   * statistics}
   *
   * @param images at least {@code count}; what follows these is left aside
   * @param count how many images, at least 1
   */
  public double[] logits(double[] images, int count) {
    ReferenceBatch batch =
        new ReferenceBatch(Arrays.copyOf(images, count * network.input().size()), new int[count]);
    return Arrays.stream(last(graph.forward(batch.samples(), Pass.predicting())))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /**
   * {@return the loss of a batch with the dropout of that step: the mean over the images of loss times
   * weight, of both classes where there are two, and what regularizers add} Nothing changes.
   *
   * @param batch images of the network's input shape
   * @param step the global step, from 0; keys the dropout
   */
  public double loss(ReferenceBatch batch, long step) {
    return result(graph.forward(batch.samples(), Pass.training(step)), batch).lossSum()
        / batch.size();
  }

  /**
   * {@return the loss of each image of a batch with the dropout of that step, times its weight; without what
   * regularizers add} Nothing changes.
   *
   * @param batch images of the network's input shape
   * @param step the global step, from 0; keys the dropout
   */
  public double[] losses(ReferenceBatch batch, long step) {
    double[][] logits = last(graph.forward(batch.samples(), Pass.training(step)));
    return IntStream.range(0, batch.size())
        .mapToDouble(n -> loss(logits[n], batch, n))
        .toArray();
  }

  private double loss(double[] logits, ReferenceBatch batch, int n) {
    return batch.weights[n] * crossEntropy.loss(logits, batch.labels[n])
        + batch.otherWeights[n] * crossEntropy.loss(logits, batch.others[n]);
  }

  /** {@return what regularizers add to every loss} */
  public double penalty() {
    return parameters.stream().mapToDouble(Parameter::penalty).sum();
  }

  /**
   * Makes one update of the weights and the moving statistics, with the dropout of that step.
   *
   * @param batch images of the network's input shape
   * @param step the global step, from 0; keys the dropout
   * @return how the batch went before the update; its sum of losses has what regularizers add, once for each
   *     image
   */
  public BatchResult trainOnBatch(ReferenceBatch batch, long step) {
    List<double[][]> values = computeGradients(batch, step);
    BatchResult result = result(values, batch);
    graph.updateState(values);
    optimizer.update();
    return result;
  }

  /** Ends a training: averages of the weights, where they are kept, take their place. */
  public void finish() {
    optimizer.finish();
  }

  /**
   * {@return the gradients of {@link #loss}, by trained parameter} Nothing changes.
   *
   * @param batch images of the network's input shape
   * @param step the global step, from 0; keys the dropout
   */
  public Map<String, double[]> gradients(ReferenceBatch batch, long step) {
    computeGradients(batch, step);
    Map<String, double[]> gradients = new LinkedHashMap<>();
    parameters.stream()
        .filter(parameter -> parameter.trained)
        .forEach(parameter -> gradients.put(parameter.name, parameter.gradient.clone()));
    return gradients;
  }

  /** Sets the gradients, and returns all values of the network. */
  private List<double[][]> computeGradients(ReferenceBatch batch, long step) {
    parameters.forEach(Parameter::clearGradient);
    Pass pass = Pass.training(step);
    List<double[][]> values = graph.forward(batch.samples(), pass);
    double[][] gradient = new double[batch.size()][];
    for (int n = 0; n < batch.size(); n++) {
      double[] own = crossEntropy.gradient(last(values)[n], batch.labels[n]);
      double[] other = crossEntropy.gradient(last(values)[n], batch.others[n]);
      double weight = batch.weights[n];
      double otherWeight = batch.otherWeights[n];
      gradient[n] = IntStream.range(0, own.length)
          .mapToDouble(i -> (weight * own[i] + otherWeight * other[i]) / batch.size())
          .toArray();
    }
    graph.backward(values, gradient, pass);
    parameters.forEach(Parameter::addPenaltyGradient);
    return values;
  }

  private BatchResult result(List<double[][]> values, ReferenceBatch batch) {
    double[][] logits = last(values);
    double lossSum = 0;
    int correct = 0;
    for (int n = 0; n < batch.size(); n++) {
      lossSum += loss(logits[n], batch, n);
      correct += CrossEntropy.argmax(logits[n]) == batch.labels[n] ? 1 : 0;
    }
    return new BatchResult(lossSum + penalty() * batch.size(), correct, batch.size());
  }

  /**
   * {@return how near a batch comes, in training at that step, to a point where rounding could change the
   * gradient: the input 0 of a ReLU, or two largest values of a pool} It is the smallest distance found,
   * relative to the largest magnitude in that layer; infinite for a smooth network.
   *
   * @param batch images of the network's input shape
   * @param step the global step, from 0; keys the dropout
   */
  public double kinkMargin(ReferenceBatch batch, long step) {
    return graph.kinkMargin(graph.forward(batch.samples(), Pass.training(step)));
  }

  /** {@return the weights rounded to single precision, in layer order and Keras's layouts} */
  public NamedTensors weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    parameters.forEach(p -> weights.put(p.name, Doubles.toTensor(p.shape, p.values)));
    return new NamedTensors(weights);
  }

  /**
   * Sets all weights.
   *
   * @param weights by the names and in the shapes that {@link #weights} gives; copied
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "weights");
    parameters.forEach(p -> Doubles.copy(weights.get(p.name), p.values));
  }

  /** {@return the weights in double precision, by name; a change of an array changes the network} */
  public Map<String, double[]> parameterValues() {
    Map<String, double[]> values = new LinkedHashMap<>();
    parameters.forEach(p -> values.put(p.name, p.values));
    return values;
  }

  /** {@return what the optimizer remembers, rounded to single precision} */
  public OptimizerState optimizerState() {
    return optimizer.state();
  }

  /**
   * Takes back what {@link #optimizerState} gave, also from a backend.
   *
   * @param state the number of updates, the learning rate and the arrays; copied
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  public void setOptimizerState(OptimizerState state) {
    optimizer.setState(state);
  }

  /** {@return the step size of the next update} */
  public double learningRate() {
    return optimizer.learningRate();
  }

  /**
   * Sets the step size of the next updates.
   *
   * @param learningRate greater than 0 and finite
   * @throws IllegalArgumentException if it is not greater than 0
   */
  public void setLearningRate(double learningRate) {
    optimizer.setLearningRate(learningRate);
  }

  /** {@return the number of updates so far} */
  public long iterations() {
    return optimizer.iterations();
  }

  private static double[][] last(List<double[][]> values) {
    return values.get(values.size() - 1);
  }
}

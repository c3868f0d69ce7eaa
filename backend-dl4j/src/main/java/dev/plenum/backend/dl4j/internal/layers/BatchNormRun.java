package dev.plenum.backend.dl4j.internal.layers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.addToChannels;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.divideInto;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.sqrt;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtract;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation. ND4J's operation normalises with a mean and a variance that are given to it; its
 * gradient took 5 times as long as what is done here, and was not 0 for a batch of one value.
 */
final class BatchNormRun {
  private final BatchNormalization spec;
  private final Connections connections;
  private final NativeMemory memory;
  private final Scratch scratch;
  private final @Nullable Variable gamma;
  private final @Nullable Variable beta;
  private final INDArray movingMean;
  private final INDArray movingVariance;
  private final long channels;

  /**
   * Binds the arrays.
   *
   * @param parameters gamma and beta where it has them, then the moving statistics
   */
  BatchNormRun(
      BatchNormalization spec,
      Connections connections,
      List<Variable> parameters,
      Workplace workplace) {
    this.spec = spec;
    this.connections = connections;
    memory = workplace.memory();
    scratch = workplace.scratch();
    int statistics = parameters.size() - 2;
    gamma = spec.scale() ? parameters.get(0) : null;
    beta = spec.center() ? parameters.get(statistics - 1) : null;
    movingMean = parameters.get(statistics).values();
    movingVariance = parameters.get(statistics + 1).values();
    channels = movingMean.length();
  }

  /** With the moving statistics: predicting, or frozen. */
  Operations withMovingStatistics() {
    List<Runnable> backward = new ArrayList<>();
    if (connections.goesBackward()) {
      INDArray factor = memory.zeros(channels);
      backward.addAll(factor(movingVariance, memory.zeros(channels), factor));
      backward.add(Activations.timesGradient(connections, factor));
    }
    return new Operations(List.of(normalise(movingMean, movingVariance)), backward);
  }

  /** With the batch's statistics, which the moving ones follow. */
  Operations withBatchStatistics() {
    INDArray x = connections.input();
    INDArray y = connections.output();
    ChannelSums sums = new ChannelSums(x.shape(), memory);
    double share = (double) channels / x.length();
    INDArray mean = memory.zeros(channels);
    INDArray minusMean = memory.zeros(channels);
    INDArray variance = memory.zeros(channels);
    List<Runnable> forward = new ArrayList<>(sums.of(x, mean));
    forward.addAll(List.of(
        multiply(mean, share, mean),
        multiply(mean, -1, minusMean),
        addToChannels(x, minusMean, y),
        multiply(y, y, y)));
    forward.addAll(sums.of(y, variance));
    forward.add(multiply(variance, share, variance));
    forward.add(normalise(mean, variance));
    forward.addAll(follow(movingMean, mean));
    forward.addAll(follow(movingVariance, variance));
    return new Operations(
        forward,
        connections.goesBackward() ? backward(sums, share, minusMean, variance) : List.of());
  }

  /**
   * dx = gamma / √(variance + ε) · (g − Σg / n − x̂ · Σ(g · x̂) / n), with x̂ = (x − mean) / √(variance + ε)
   * and n numbers in a channel.
   */
  private List<Runnable> backward(
      ChannelSums sums, double share, INDArray minusMean, INDArray variance) {
    INDArray x = connections.input();
    INDArray y = connections.output();
    INDArray g = connections.requireOutputGradient();
    INDArray normaliser = memory.zeros(channels);
    INDArray factor = memory.zeros(channels);
    INDArray dGamma = gradientOf(gamma);
    INDArray dBeta = gradientOf(beta);
    INDArray s = scratch.like(y);
    List<Runnable> operations = new ArrayList<>(factor(variance, normaliser, factor));
    operations.addAll(
        List.of(addToChannels(x, minusMean, y), multiply(y, normaliser, y), multiply(y, g, s)));
    operations.addAll(sums.of(s, dGamma));
    operations.addAll(sums.of(g, dBeta));
    if (connections.inputGradient() != null) {
      INDArray part = memory.zeros(channels);
      operations.addAll(List.of(
          multiply(dGamma, share, part),
          multiply(y, part, y),
          subtract(g, y, g),
          multiply(dBeta, -share, part),
          addToChannels(g, part, g),
          multiply(g, factor, connections.inputGradient())));
    }
    return operations;
  }

  private INDArray gradientOf(@Nullable Variable parameter) {
    return parameter == null ? memory.zeros(channels) : parameter.requireGradient();
  }

  private Runnable normalise(INDArray mean, INDArray variance) {
    List<INDArray> inputs = new ArrayList<>(List.of(connections.input(), mean, variance));
    if (gamma != null) {
      inputs.add(gamma.values());
    }
    if (beta != null) {
      inputs.add(beta.values());
    }
    return new NativeOp(
        "batchnorm",
        inputs,
        List.of(connections.output()),
        List.of(spec.epsilon()),
        spec.scale() ? 1 : 0,
        spec.center() ? 1 : 0,
        connections.input().rank() - 1);
  }

  /** moving ← moving · momentum + batch · (1 − momentum). */
  private List<Runnable> follow(INDArray moving, INDArray batch) {
    INDArray part = memory.zeros(channels);
    return List.of(
        multiply(moving, spec.momentum(), moving),
        multiply(batch, 1 - spec.momentum(), part),
        add(moving, part, moving));
  }

  /** 1 / √(variance + ε), and that times gamma. */
  private List<Runnable> factor(INDArray variance, INDArray normaliser, INDArray factor) {
    return List.of(
        add(variance, spec.epsilon(), normaliser),
        sqrt(normaliser, normaliser),
        divideInto(1, normaliser, normaliser),
        gamma == null
            ? multiply(normaliser, 1, factor)
            : multiply(normaliser, gamma.values(), factor));
  }
}

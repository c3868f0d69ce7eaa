package dev.plenum.backend.dl4j.internal.layers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.copy;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtract;

import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What makes one value of several. */
final class Merges {
  private static final int ALL_CELLS_COUNT = 1;
  private static final int CHANNELS_LAST = 1;

  private Merges() {}

  /** factor · Σ x_k: a sum or a mean. */
  static Operations sum(double factor, Connections connections) {
    List<Variable> reads = connections.reads();
    INDArray y = connections.output();
    List<Runnable> forward = new ArrayList<>();
    forward.add(Elementwise.add(reads.get(0).values(), reads.get(1).values(), y));
    reads
        .subList(2, reads.size())
        .forEach(read -> forward.add(Elementwise.add(y, read.values(), y)));
    if (factor != 1) {
      forward.add(multiply(y, factor, y));
    }
    List<Runnable> backward = new ArrayList<>();
    for (INDArray gradient : wantedGradients(connections)) {
      INDArray g = connections.requireOutputGradient();
      backward.add(factor == 1 ? copy(g, gradient) : multiply(g, factor, gradient));
    }
    return new Operations(forward, backward);
  }

  private static List<INDArray> wantedGradients(Connections connections) {
    List<INDArray> gradients = new ArrayList<>();
    for (Variable read : connections.reads()) {
      if (read.gradient() != null) {
        gradients.add(read.gradient());
      }
    }
    return gradients;
  }

  /** The largest; of equal ones the first. Each but the first has a mask: 1 where it is the largest yet. */
  static Operations maximum(Connections connections, Workplace workplace) {
    List<Variable> reads = connections.reads();
    INDArray y = connections.output();
    INDArray s = workplace.scratch().like(y);
    List<Runnable> forward = new ArrayList<>();
    List<Runnable> backward = new ArrayList<>();
    forward.add(copy(reads.get(0).values(), y));
    if (connections.goesBackward()) {
      addGradient(connections.requireOutputGradient(), reads.get(0), backward);
    }
    for (Variable read : reads.subList(1, reads.size())) {
      INDArray mask = workplace.memory().zeros(y.shape());
      forward.addAll(List.of( // y ← y · (1 − mask) + x · mask, in which NaN is not lost
          subtract(read.values(), y, mask),
          Elementwise.step(mask, mask),
          Elementwise.subtractFrom(1, mask, s),
          multiply(y, s, y),
          multiply(read.values(), mask, s),
          Elementwise.add(y, s, y)));
      if (connections.goesBackward()) {
        INDArray g = connections.requireOutputGradient();
        List<Runnable> earlier = List.copyOf(backward);
        backward.clear();
        backward.add(multiply(g, mask, s));
        addGradient(s, read, backward);
        backward.add(subtract(g, s, g)); // what is left for those before
        backward.addAll(earlier);
      }
    }
    return new Operations(forward, backward);
  }

  private static void addGradient(INDArray gradient, Variable read, List<Runnable> operations) {
    if (read.gradient() != null) {
      operations.add(copy(gradient, read.gradient()));
    }
  }

  /** The product; a value of (1, 1, channels) is repeated over all pixels. */
  static Operations product(Connections connections, Workplace workplace) {
    List<Variable> reads = connections.reads();
    List<INDArray> factors = reads.stream()
        .map(Variable::values)
        .sorted(Comparator.comparingLong(INDArray::length).reversed())
        .toList();
    List<Runnable> forward =
        multiplyAll(factors.get(0), factors.subList(1, factors.size()), connections.output());
    List<Runnable> backward = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      INDArray gradient = reads.get(i).gradient();
      if (gradient != null) {
        backward.addAll(factorGradient(i, gradient, connections, workplace.scratch()));
      }
    }
    return new Operations(forward, backward);
  }

  /** The gradient of the product times all other factors, summed over what the factor was repeated along. */
  private static List<Runnable> factorGradient(
      int factor, INDArray gradient, Connections connections, Scratch scratch) {
    INDArray g = connections.requireOutputGradient();
    boolean repeated = gradient.length() < g.length();
    INDArray product = repeated ? scratch.like(g) : gradient;
    List<INDArray> others =
        new ArrayList<>(connections.reads().stream().map(Variable::values).toList());
    others.remove(factor);
    List<Runnable> operations = multiplyAll(g, others, product);
    if (repeated) {
      int height = (int) g.size(1);
      int width = (int) g.size(2);
      int[] window = {height, width, 1, 1, 0, 0, 1, 1, 0, ALL_CELLS_COUNT, CHANNELS_LAST
      }; // the mean of all pixels is 10 times as fast as ND4J's sum of them
      operations.add(new NativeOp("avgpool2d", List.of(product), List.of(gradient), window));
      operations.add(multiply(gradient, (double) height * width, gradient));
    }
    return operations;
  }

  /** first · others[0] · others[1] …, with none larger than the first. */
  private static List<Runnable> multiplyAll(
      INDArray first, List<INDArray> others, INDArray product) {
    List<Runnable> operations = new ArrayList<>();
    operations.add(multiply(first, others.get(0), product));
    others
        .subList(1, others.size())
        .forEach(other -> operations.add(multiply(product, other, product)));
    return operations;
  }

  /** One after another, pixel by pixel. */
  static Operations concatenation(Connections connections) {
    INDArray y = connections.output();
    int axis = y.rank() - 1;
    List<INDArray> inputs = connections.reads().stream().map(Variable::values).toList();
    List<Runnable> backward = new ArrayList<>();
    long start = 0;
    for (Variable read : connections.reads()) {
      long size = read.values().size(axis);
      if (read.gradient() != null) {
        INDArray part = NativeMemory.part(connections.requireOutputGradient(), axis, start, size);
        backward.add(copy(part, read.gradient()));
      }
      start += size;
    }
    return new Operations(List.of(new NativeOp("concat", inputs, List.of(y), axis)), backward);
  }
}

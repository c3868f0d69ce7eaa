package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.network.Shape;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays of a plan's values, for batches of one size. */
final class Values {
  private final int count;
  private final boolean trains;
  private final NativeMemory memory;
  private final Map<Integer, Variable> byNumber = new HashMap<>();

  Values(int count, boolean trains, NativeMemory memory) {
    this.count = count;
    this.trains = trains;
    this.memory = memory;
  }

  Variable get(Plan.Value value) {
    Variable variable = byNumber.get(value.number());
    if (variable == null) {
      throw new IllegalStateException("value " + value.number() + " is read before it is written");
    }
    return variable;
  }

  List<Variable> get(List<Plan.Value> values) {
    return values.stream().map(this::get).toList();
  }

  /** Gives a value arrays of its own. */
  Variable add(Plan.Value value) {
    boolean wanted = trains && value.needsGradient();
    return put(value, new Variable(zeros(value), wanted ? zeros(value) : null));
  }

  /** Makes a value of the arrays of another, with the gradient as well. */
  void addView(Plan.Value value, Plan.Value original) {
    put(value, get(original).in(shape(value.shape())));
  }

  /**
   * Makes the values of a fork, all of which have the elements of what it reads. The gradient of the
   * first is where the sum is to be.
   *
   * @return what adds the gradients of the others, in their order
   */
  List<Runnable> addFork(Plan.Fork fork) {
    List<Runnable> additions = new ArrayList<>();
    Variable whole = get(fork.input());
    put(fork.writes().get(0), whole);
    INDArray sum = whole.gradient();
    for (Plan.Value reader : fork.writes().subList(1, fork.writes().size())) {
      if (sum == null) {
        put(reader, whole);
      } else {
        INDArray gradient = zeros(reader);
        put(reader, new Variable(whole.values(), gradient));
        additions.add(Elementwise.add(sum, gradient, sum));
      }
    }
    return additions;
  }

  private Variable put(Plan.Value value, Variable variable) {
    byNumber.put(value.number(), variable);
    return variable;
  }

  private INDArray zeros(Plan.Value value) {
    return memory.zeros(shape(value.shape()));
  }

  private long[] shape(Shape sample) {
    return NativeMemory.batchShape(count, sample.dimensions());
  }
}

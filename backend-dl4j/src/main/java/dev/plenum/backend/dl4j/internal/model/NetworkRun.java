package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.network.Network;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.Connections;
import dev.plenum.backend.dl4j.internal.layers.Scratch;
import dev.plenum.backend.dl4j.internal.layers.StepRun;
import dev.plenum.backend.dl4j.internal.layers.StepRuns;
import dev.plenum.backend.dl4j.internal.layers.Variable;
import dev.plenum.backend.dl4j.internal.layers.Workplace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's arrays for batches of one size, and its passes over them. */
final class NetworkRun implements AutoCloseable {
  private final int count;
  private final boolean trains;
  private final NativeMemory memory = new NativeMemory();
  private final Parameters parameters;
  private final Values values;
  private final Workplace workplace;
  private final List<StepRun> forward = new ArrayList<>();
  private final List<Runnable> backward = new ArrayList<>();
  private final INDArray images;
  private final INDArray logits;
  private final @Nullable INDArray logitsGradient;

  NetworkRun(Network network, Parameters parameters, Seed seed, int count, boolean trains) {
    this.count = count;
    this.trains = trains;
    this.parameters = parameters;
    Plan plan = Plan.of(network);
    values = new Values(count, trains, memory);
    Scratch scratch = new Scratch(memory, (long) count * largestSample(plan));
    workplace = new Workplace(trains, seed, memory, scratch);
    images = values.add(plan.images()).values();
    plan.steps().forEach(this::add);
    Collections.reverse(backward);
    Variable last = values.get(plan.logits());
    logits = last.values();
    logitsGradient = last.gradient();
  }

  private static int largestSample(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> Stream.concat(step.reads().stream(), step.writes().stream()))
        .mapToInt(value -> value.shape().size())
        .max()
        .orElseThrow();
  }

  private void add(Plan.Step step) {
    if (step instanceof Plan.Fork fork) {
      List<Runnable> additions = values.addFork(fork);
      backward.add(() -> additions.forEach(Runnable::run));
    } else if (step instanceof Plan.Run run) {
      add(run);
    }
  }

  private void add(Plan.Run step) {
    if (StepRuns.onlyReshapes(step.operation(), trains)) {
      values.addView(step.output(), step.input());
      return;
    }
    Connections connections = new Connections(values.get(step.reads()), values.add(step.output()));
    StepRun run =
        StepRuns.of(step, connections, parameters.variables(step.parameters()), workplace);
    forward.add(run);
    backward.add(run::backward);
  }

  /** The number of images it is made for. */
  int count() {
    return count;
  }

  /** Computes the logits of the images from {@code firstImage} on and writes them likewise. */
  void forward(float[] pixels, int firstImage, long step, float[] logitValues) {
    int imageSize = Math.toIntExact(images.length() / count);
    NativeMemory.write(pixels, Math.multiplyExact(firstImage, imageSize), images);
    forward.forEach(run -> run.forward(step));
    int classes = Math.toIntExact(logits.length() / count);
    NativeMemory.read(logits, logitValues, firstImage * classes);
  }

  /**
   * Computes the gradients of the parameters from those of the logits; there is nothing to do where no
   * parameter is trained.
   */
  void backward(float[] logitsGradientValues) {
    if (logitsGradient != null) {
      NativeMemory.write(logitsGradientValues, 0, logitsGradient);
      backward.forEach(Runnable::run);
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}

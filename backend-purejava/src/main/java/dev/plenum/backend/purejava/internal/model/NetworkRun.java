package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Connections;
import dev.plenum.backend.purejava.internal.layers.Gradients;
import dev.plenum.backend.purejava.internal.layers.InputRun;
import dev.plenum.backend.purejava.internal.layers.LayerRun;
import dev.plenum.backend.purejava.internal.layers.LayerRuns;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network's buffers for batches of a certain size, and its passes over them. Each layer's output has
 * the border that the next layer wants, and each gradient the one that its layer wants going backward.
 */
final class NetworkRun {
  private final int capacity;
  private final boolean trains;
  private final InputRun input;
  private final List<LayerRun> layers;
  private final FeatureMaps logits;
  private final @Nullable Gradients logitsGradient;

  NetworkRun(
      Sequential network,
      Parameters parameters,
      Seed seed,
      int capacity,
      boolean trains,
      Workers workers) {
    this.capacity = capacity;
    this.trains = trains;
    List<Block> blocks = Block.of(network);
    FeatureMaps current =
        new FeatureMaps(network.input(), LayerRuns.inputBorder(blocks.get(0)), capacity);
    Gradients currentGradient = null;
    boolean hasParameters = false;
    input = new InputRun(current, workers);
    LayerRuns runs = new LayerRuns(seed, capacity, workers);
    runs.add(input);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block next = i == blocks.size() - 1 ? null : blocks.get(i + 1);
      Border border = next == null ? Border.NONE : LayerRuns.inputBorder(next);
      FeatureMaps output = new FeatureMaps(block.output(), border, capacity);
      List<Parameter> own = parameters.ofLayer(block.layer().index());
      hasParameters |= !own.isEmpty();
      Gradients outputGradient = trains && hasParameters ? gradients(block, next, workers) : null;
      Connections connections = new Connections(current, output, currentGradient, outputGradient);
      runs.add(block, connections, own);
      current = output;
      currentGradient = outputGradient;
    }
    layers = runs.runs();
    logits = current;
    logitsGradient = currentGradient;
  }

  /** The gradients between two blocks, or behind the last one. */
  private Gradients gradients(Block block, @Nullable Block next, Workers workers) {
    boolean perWorker = next != null && block.isImagewise() && next.isImagewise();
    Border border = LayerRuns.outputGradientBorder(block);
    int images = perWorker ? workers.threads() : capacity;
    return new Gradients(new FeatureMaps(block.output(), border, images), perWorker);
  }

  int capacity() {
    return capacity;
  }

  boolean trains() {
    return trains;
  }

  /** The outputs of the last layer, without softmax. */
  FeatureMaps logits() {
    return logits;
  }

  /** To be filled before {@link #backward}. */
  FeatureMaps logitsGradient() {
    if (logitsGradient == null) {
      throw new IllegalStateException("this network only predicts");
    }
    return logitsGradient.maps();
  }

  void predict(float[] images, int firstImage, int count) {
    input.set(images, firstImage);
    for (LayerRun layer : layers) {
      layer.forward(count);
    }
  }

  void forward(Batch batch, long step) {
    input.set(batch);
    for (int i = 0; i < layers.size(); i++) { // an iterator would be an object in every step
      layers.get(i).forward(batch.size(), step);
    }
  }

  void backward(int count) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(count);
    }
  }
}

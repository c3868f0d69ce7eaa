package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Connections;
import dev.plenum.backend.purejava.internal.layers.LayerRun;
import dev.plenum.backend.purejava.internal.layers.LayerRuns;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network's buffers for batches of a certain size, and its passes over them. Each layer's output has
 * the border that the next layer wants, and each gradient the one that its layer wants going backward.
 */
final class NetworkRun {
  private final int capacity;
  private final boolean trains;
  private final Workers workers;
  private final List<LayerRun> layers = new ArrayList<>();
  private final FeatureMaps input;
  private final FeatureMaps logits;
  private final @Nullable FeatureMaps logitsGradient;

  private final Phase load = this::loadImage;
  private float[] images = new float[0];
  private int firstImage;

  NetworkRun(
      Sequential network,
      Parameters parameters,
      Seed seed,
      int capacity,
      boolean trains,
      Workers workers) {
    this.capacity = capacity;
    this.trains = trains;
    this.workers = workers;
    List<Block> blocks = Block.of(network);
    input = new FeatureMaps(network.input(), LayerRuns.inputBorder(blocks.get(0)), capacity);
    FeatureMaps current = input;
    FeatureMaps currentGradient = null;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean last = i == blocks.size() - 1;
      Border border = last ? Border.NONE : LayerRuns.inputBorder(blocks.get(i + 1));
      FeatureMaps output = new FeatureMaps(block.output(), border, capacity);
      FeatureMaps outputGradient = gradient(block.output(), LayerRuns.outputGradientBorder(block));
      Connections connections = new Connections(current, output, currentGradient, outputGradient);
      layers.add(LayerRuns.of(
          block, connections, parameters.ofLayer(block.layer().index()), seed, capacity, workers));
      current = output;
      currentGradient = outputGradient;
    }
    logits = current;
    logitsGradient = currentGradient;
  }

  private @Nullable FeatureMaps gradient(Shape shape, Border border) {
    return trains ? new FeatureMaps(shape, border, capacity) : null;
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
    return logitsGradient;
  }

  void predict(float[] images, int firstImage, int count) {
    load(images, firstImage, count);
    for (LayerRun layer : layers) {
      layer.forward(count);
    }
  }

  void forward(float[] images, int count, long step) {
    load(images, 0, count);
    for (LayerRun layer : layers) {
      layer.forward(count, step);
    }
  }

  void backward(int count) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(count);
    }
  }

  private void load(float[] images, int firstImage, int count) {
    this.images = images;
    this.firstImage = firstImage;
    workers.run(count, load);
  }

  private void loadImage(int image, int worker) {
    input.copyImage(image, images, (firstImage + image) * input.imageSize());
  }
}

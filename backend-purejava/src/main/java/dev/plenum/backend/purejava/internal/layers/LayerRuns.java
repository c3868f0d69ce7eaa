package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Window;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's layers, put together to what runs them: each dense layer by itself, those between as one
 * {@link ImagewiseRun}. The one place where a kind of layer is matched with the code that runs it.
 */
public final class LayerRuns {
  private final Seed seed;
  private final int capacity;
  private final Workers workers;
  private final List<LayerRun> runs = new ArrayList<>();
  private final List<ImageRun> imagewise = new ArrayList<>();

  /** No layer yet, for batches of at most {@code capacity} images. */
  public LayerRuns(Seed seed, int capacity, Workers workers) {
    this.seed = seed;
    this.capacity = capacity;
    this.workers = workers;
  }

  /** Adds what fills the input of the first block. */
  public void add(InputRun input) {
    imagewise.add(input);
  }

  /** Adds the next block, which stands between these maps. */
  public void add(Block block, Connections connections, List<Parameter> parameters) {
    Operation spec = block.layer().spec();
    if (!block.isImagewise()) {
      endImagewise();
      runs.add(new DenseRun(
          connections,
          parameters.get(0),
          parameters.get(1),
          ActivationFunction.of(spec.activation()),
          capacity,
          workers));
    } else {
      imagewise.add(imageRun(block, connections, parameters));
    }
  }

  /** What runs the blocks that were added, in their order. */
  public List<LayerRun> runs() {
    endImagewise();
    return List.copyOf(runs);
  }

  private void endImagewise() {
    if (!imagewise.isEmpty()) {
      runs.add(new ImagewiseRun(imagewise, workers));
      imagewise.clear();
    }
  }

  private ImageRun imageRun(Block block, Connections connections, List<Parameter> parameters) {
    PlacedLayer layer = block.layer();
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      return convolution(conv, block, connections, parameters);
    } else if (spec instanceof MaxPool2D pool) {
      return new MaxPoolRun(connections, pool.window(), layer.input(), capacity, workers);
    } else if (spec instanceof Dropout dropout) {
      return new DropoutRun(
          connections, new DropoutMask(seed, layer.index(), dropout.rate()), capacity, workers);
    } else if (spec instanceof Flatten) {
      return new FlattenRun(connections);
    }
    throw new IllegalArgumentException("no code for layer type " + spec.type());
  }

  private ImageRun convolution(
      Conv2D conv, Block block, Connections connections, List<Parameter> parameters) {
    PlacedLayer layer = block.layer();
    ConvForward convolution = new ConvForward(
        ConvGeometry.of(conv.window(), layer.input()),
        connections.input(),
        parameters.get(0),
        parameters.get(1),
        ActivationFunction.of(conv.activation()),
        workers);
    if (block.pool() == null) {
      return new ConvRun(connections, convolution, workers);
    }
    Window window = ((MaxPool2D) block.pool().spec()).window();
    MaxPooling pooling =
        new MaxPooling(window, layer.output(), workers.kernels().maxCells());
    return new ConvPoolRun(connections, convolution, pooling, capacity, workers);
  }

  /** The zeros that a block reads around its input. */
  public static Border inputBorder(Block block) {
    PlacedLayer layer = block.layer();
    return layer.spec() instanceof Conv2D conv
        ? Convolution.border(ConvGeometry.of(conv.window(), layer.input()), layer.input())
        : Border.NONE;
  }

  /** The zeros that a block reads around the gradient of its output. */
  public static Border outputGradientBorder(Block block) {
    PlacedLayer layer = block.layer();
    return layer.spec() instanceof Conv2D conv && block.pool() == null
        ? ConvDataGradient.border(
            ConvGeometry.of(conv.window(), layer.input()), layer.input(), layer.output())
        : Border.NONE;
  }
}

package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A network's blocks, put together to what runs them: each dense layer by itself, those between as one
 * {@link ImagewiseRun}, which a batch normalisation in training cuts in two. The one place where a kind of
 * layer is matched with the code that runs it.
 */
public final class LayerRuns {
  private final Seed seed;
  private final int capacity;
  private final boolean perWorker;
  private final Workers workers;
  private final List<LayerRun> runs = new ArrayList<>();
  private final List<ImageRun> imagewise = new ArrayList<>();

  /**
   * No layer yet, for batches of at most {@code capacity} images.
   *
   * @param perWorker whether the maps between those before the first dense layer have one image for each
   *     worker; only where nothing is trained
   */
  public LayerRuns(Seed seed, int capacity, boolean perWorker, Workers workers) {
    this.seed = seed;
    this.capacity = capacity;
    this.perWorker = perWorker;
    this.workers = workers;
  }

  /** Adds what looks at each image by itself. */
  public void add(ImageRun run) {
    imagewise.add(run);
  }

  /**
   * What was added so far does not change while the network is trained: see {@link FrozenFeatures}.
   *
   * @param output what the last of it writes
   */
  public void freeze(InputRun input, FeatureMaps output, LongSupplier weightsVersion) {
    ImageRun frozen = new FrozenFeatures(input, imagewise, output, weightsVersion);
    imagewise.clear();
    imagewise.add(frozen);
  }

  /**
   * Adds a block that reads one value.
   *
   * @param connections the maps that it stands between
   * @param own the operation's arrays
   * @param normalisation those of the batch normalisation that is folded into it, if any
   */
  public void add(
      Block block, Connections connections, List<Parameter> own, List<Parameter> normalisation) {
    ActivationFunction activation = ActivationFunction.of(block.activation());
    if (block.usesBatchStatistics()) {
      addBatchNormalisation(block, connections, own, activation);
    } else if (hasKernel(block.operation())) {
      addWithKernel(block, connections, weights(block, own, normalisation), activation);
    } else {
      imagewise.add(imageRun(block, connections, own, activation));
    }
  }

  /** Adds a block that reads several values. */
  public void add(Block block, Merging merging) {
    Elementwise elementwise = workers.kernels().elementwise();
    ActivationFunction activation = ActivationFunction.of(block.activation());
    Operation merge = block.operation();
    if (merge instanceof Add) {
      imagewise.add(new SumRun(merging, 1f, activation, elementwise));
    } else if (merge instanceof Average) {
      imagewise.add(new SumRun(merging, 1f / merging.inputs().size(), activation, elementwise));
    } else if (merge instanceof Maximum) {
      imagewise.add(new MaximumRun(merging));
    } else if (merge instanceof Multiply) {
      imagewise.add(new MultiplyRun(merging, workers));
    } else if (merge instanceof Concatenate) {
      imagewise.add(new ConcatenateRun(merging));
    } else {
      throw new IllegalArgumentException("no code for the merge " + merge.type());
    }
  }

  /** What runs the blocks that were added, in their order. */
  public List<LayerRun> runs() {
    endImagewise();
    return List.copyOf(runs);
  }

  private void endImagewise() {
    if (!imagewise.isEmpty()) {
      runs.add(new ImagewiseRun(imagewise, workers, perWorker && runs.isEmpty()));
      imagewise.clear();
    }
  }

  private void addBatchNormalisation(
      Block block, Connections connections, List<Parameter> own, ActivationFunction activation) {
    BatchNorm norm = BatchNorm.of((BatchNormalization) block.operation(), own);
    BatchNormRun run = new BatchNormRun(connections, norm, activation, capacity, workers);
    imagewise.add(run.moments());
    endImagewise();
    runs.add(run.statistics());
    imagewise.add(run.normalise());
  }

  private static boolean hasKernel(Operation operation) {
    return operation instanceof Conv2D
        || operation instanceof DepthwiseConv2D
        || operation instanceof Dense;
  }

  private KernelAndBias weights(Block block, List<Parameter> own, List<Parameter> normalisation) {
    KernelAndBias weights = KernelAndBias.of(own);
    if (block.normalisation() == null) {
      return weights;
    }
    BatchNormalization spec = (BatchNormalization) block.normalisation().operation();
    FoldRun fold = new FoldRun(weights, BatchNorm.of(spec, normalisation));
    imagewise.add(fold);
    return fold.folded();
  }

  private void addWithKernel(
      Block block, Connections connections, KernelAndBias weights, ActivationFunction activation) {
    Parameter kernel = weights.kernel();
    Parameter bias = weights.bias();
    if (block.operation() instanceof Conv2D conv) {
      imagewise.add(
          conv.window().isDilated()
              ? new DilatedConvRun(
                  connections, conv, block.input(), kernel, bias, activation, workers)
              : convolution(conv, block, connections, weights, activation));
    } else if (block.operation() instanceof DepthwiseConv2D depthwise) {
      imagewise.add(new DepthwiseRun(
          connections, depthwise, block.input(), kernel, bias, activation, workers));
    } else {
      endImagewise();
      runs.add(new DenseRun(connections, kernel, bias, activation, capacity, workers));
    }
  }

  private ImageRun convolution(
      Conv2D conv,
      Block block,
      Connections connections,
      KernelAndBias weights,
      ActivationFunction activation) {
    ConvForward convolution = new ConvForward(
        ConvGeometry.of(conv.window(), block.input()),
        connections.input(),
        weights.kernel(),
        weights.bias(),
        activation,
        workers);
    if (block.pool() == null) {
      return new ConvRun(connections, convolution, workers);
    }
    MaxPooling pooling =
        new MaxPooling(block.poolWindow(), block.unpooled(), workers.kernels().maxCells());
    return new ConvPoolRun(connections, convolution, pooling, workers);
  }

  private ImageRun imageRun(
      Block block, Connections connections, List<Parameter> own, ActivationFunction activation) {
    Operation operation = block.operation();
    Shape input = block.input();
    if (operation instanceof MaxPool2D pool) {
      return new MaxPoolRun(connections, pool.window(), input, workers);
    } else if (operation instanceof GlobalMaxPooling2D) {
      return new MaxPoolRun(connections, whole(input), input, workers);
    } else if (operation instanceof AveragePooling2D pool) {
      return new AveragePoolRun(connections, pool.window(), input, workers);
    } else if (operation instanceof GlobalAveragePooling2D) {
      return new AveragePoolRun(connections, whole(input), input, workers);
    } else if (operation instanceof ElementwiseSpec spec) {
      return ElementwiseRun.of(spec.function(), connections, workers.kernels().elementwise());
    } else if (operation instanceof Dropout dropout) {
      DropoutMask mask = mask(block.run(), dropout.rate());
      return new DropoutRun(connections, mask::fill, capacity, workers);
    } else if (operation instanceof SpatialDropout2D dropout) {
      DropoutMask mask = mask(block.run(), dropout.rate());
      int channels = input.channels();
      return new DropoutRun(
          connections,
          (step, position, factors, count) ->
              mask.fillChannels(step, position, factors, count, channels),
          capacity,
          workers);
    } else if (operation instanceof Flatten) {
      return new FlattenRun(connections);
    } else if (operation instanceof Reshape) {
      return new ReshapeRun(connections, workers);
    } else if (operation instanceof ZeroPadding2D padding) {
      return new ShiftRun(
          connections, padding.margins().top(), padding.margins().left());
    } else if (operation instanceof Cropping2D cropping) {
      Margins margins = cropping.margins();
      return new ShiftRun(connections, -margins.top(), -margins.left());
    }
    return new AffineRun(connections, affine(operation, own), activation, workers);
  }

  private static AffineRun.Source affine(Operation operation, List<Parameter> own) {
    if (operation instanceof BatchNormalization spec) {
      return BatchNorm.of(spec, own)::load;
    } else if (operation instanceof Rescaling rescaling) {
      return (scale, shift) -> {
        for (int c = 0; c < scale.channels(); c++) {
          scale.set(c, rescaling.scale());
          shift.set(c, rescaling.offset());
        }
      };
    } else if (operation instanceof Normalization normalization) {
      return (scale, shift) -> {
        for (int c = 0; c < scale.channels(); c++) {
          scale.set(c, normalization.factor(c));
          shift.set(c, normalization.offset(c));
        }
      };
    }
    throw new IllegalArgumentException("no code for layer type " + operation.type());
  }

  private static Window whole(Shape image) {
    return new Window(image.height(), image.width(), 1, 1, Padding.VALID);
  }

  private DropoutMask mask(Plan.Run run, double rate) {
    return new DropoutMask(seed, run.layer().index(), rate);
  }
}

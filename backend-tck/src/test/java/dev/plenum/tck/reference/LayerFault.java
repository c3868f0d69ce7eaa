package dev.plenum.tck.reference;

import dev.plenum.api.Loss;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.List;

/** Mistakes that a backend's layers could make. */
public enum LayerFault {
  /** Height and width of kernels mixed up. */
  TRANSPOSED_KERNEL(
      (layer, right, seed) -> layer.spec() instanceof Conv2D ? new TransposedKernel(right) : right),
  /** One row too many above the image. */
  PADDING_OFF_BY_ONE((layer, right, seed) -> isPaddedConvolution(layer)
      ? convolution(layer, window(layer).top(layer.input()) + 1)
      : right),
  /** What cannot be split evenly goes to the top. */
  ODD_ROW_OF_PADDING_AT_THE_TOP((layer, right, seed) ->
      isPaddedConvolution(layer) ? convolution(layer, (rowsOfPadding(layer) + 1) / 2) : right),
  /** The engine's own order instead of the contract's. */
  UNSHUFFLED_FLATTEN_ORDER((layer, right, seed) ->
      layer.spec() instanceof Flatten ? new ChannelsFirstFlatten(layer.input()) : right),
  /** Zeros around the image take part. */
  POOL_COUNTS_CELLS_OUTSIDE((layer, right, seed) ->
      layer.spec() instanceof MaxPool2D pool && pool.window().padding() == Padding.SAME
          ? WrappedLayer.onOutput(right, y -> Math.max(y, 0))
          : right),
  /** Of equal values the last gets the gradient. */
  LAST_OF_EQUAL_POOL_VALUES(
      (layer, right, seed) -> layer.spec() instanceof MaxPool2D ? lastOfEqual(right) : right),
  /** Kept units are not scaled by 1 / (1 − rate). */
  NO_DROPOUT_SCALE((layer, right, seed) -> layer.spec() instanceof Dropout dropout
      ? WrappedLayer.onTraining(right, y -> y * (1 - dropout.rate()))
      : right),
  /** Units are dropped when they should not be. */
  DROPOUT_WHILE_PREDICTING((layer, right, seed) ->
      WrappedLayer.onPass(right, pass -> pass.training() ? pass : Pass.training(0))),
  /** All images of a batch get one mask. */
  ONE_DROPOUT_MASK_PER_BATCH((layer, right, seed) ->
      WrappedLayer.onPass(right, pass -> new Pass(pass.training(), pass.step(), 0))),
  /** All steps get one mask. */
  ONE_DROPOUT_MASK_FOR_ALL_STEPS((layer, right, seed) ->
      WrappedLayer.onPass(right, pass -> new Pass(pass.training(), 0, pass.position()))),
  /** Steps beyond 2³¹ are cut off. */
  DROPOUT_STEP_OF_32_BITS((layer, right, seed) -> WrappedLayer.onPass(
      right, pass -> new Pass(pass.training(), (int) pass.step(), pass.position()))),
  /** The layer's index counts from 1. */
  DROPOUT_MASK_OF_ANOTHER_LAYER((layer, right, seed) -> layer.spec() instanceof Dropout dropout
      ? new ReferenceDropout(
          new DropoutMask(seed, layer.index() + 1, dropout.rate()),
          layer.input().size())
      : right),
  /** Border cells count in the number that a mean is divided by. */
  AVERAGE_COUNTS_CELLS_OUTSIDE((layer, right, seed) -> layer.spec() instanceof AveragePooling2D pool
      ? new BorderCountingPool(right, Windows.of(layer.input(), pool.window()), pool.window())
      : right),
  /** Of a value with several readers, one reader's gradient is lost. */
  LOST_BRANCH((layer, right, seed) ->
      layer.reads().size() > 1 ? WrappedLayer.onGradients(right, 0, dx -> 0) : right),
  /** A value that scales channels gets the gradient of one pixel only. */
  GRADIENT_OF_ONE_PIXEL((layer, right, seed) -> layer.spec() instanceof Multiply
          && !layer.inputs().get(0).equals(layer.inputs().get(1))
      ? WrappedLayer.onGradients(right, smaller(layer), dx -> dx / pixels(layer.output()))
      : right),
  /** The sum of values is not divided by their number. */
  AVERAGE_IS_A_SUM((layer, right, seed) -> layer.spec() instanceof Average
      ? WrappedLayer.onOutput(right, y -> y * layer.reads().size())
      : right),
  /** The taps of a kernel are neighbours though it is dilated. */
  DILATION_IGNORED((layer, right, seed) -> isPaddedConvolution(layer)
      ? new ReferenceConv2D(
          Windows.of(layer.input(), window(layer).dilation(1, 1)), Parameter.of(layer, "kernel"))
      : right),
  /** Single elements are dropped instead of channels. */
  SPATIAL_DROPOUT_OF_ELEMENTS((layer, right, seed) -> layer.spec()
          instanceof SpatialDropout2D dropout
      ? new ReferenceDropout(
          new DropoutMask(seed, layer.index(), dropout.rate()), layer.input().size())
      : right),
  /** Frozen layers drop nothing. */
  FROZEN_LAYERS_DROP_NOTHING((layer, right, seed) ->
      layer.frozen() ? WrappedLayer.onPass(right, pass -> Pass.predicting()) : right),
  /** The outputs of ReLU6 go on rising. */
  MAXIMUM_OF_RELU_IGNORED((layer, right, seed) -> layer.spec() instanceof ReLU relu
      ? new ReferenceActivation(relu.maxValue(Double.POSITIVE_INFINITY).function())
      : right),
  /** See {@link NormalizationFault#UNBIASED_VARIANCE}. */
  UNBIASED_VARIANCE(normalization(NormalizationFault.UNBIASED_VARIANCE)),
  /** See {@link NormalizationFault#UNBIASED_MOVING_VARIANCE}. */
  UNBIASED_MOVING_VARIANCE(normalization(NormalizationFault.UNBIASED_MOVING_VARIANCE)),
  /** See {@link NormalizationFault#STATISTICS_OF_THE_BATCH_BEFORE}. */
  STATISTICS_OF_THE_BATCH_BEFORE(normalization(NormalizationFault.STATISTICS_OF_THE_BATCH_BEFORE)),
  /** See {@link NormalizationFault#MOMENTUM_OF_THE_BATCH}. */
  MOMENTUM_OF_THE_BATCH(normalization(NormalizationFault.MOMENTUM_OF_THE_BATCH)),
  /** See {@link NormalizationFault#EACH_IMAGE_BY_ITSELF}. */
  EACH_IMAGE_BY_ITSELF(normalization(NormalizationFault.EACH_IMAGE_BY_ITSELF)),
  /** See {@link NormalizationFault#MOVED_WHILE_PREDICTING}. */
  MOVED_WHILE_PREDICTING(normalization(NormalizationFault.MOVED_WHILE_PREDICTING)),
  /** See {@link NormalizationFault#BATCH_STATISTICS_WHILE_PREDICTING}. */
  BATCH_STATISTICS_WHILE_PREDICTING(
      normalization(NormalizationFault.BATCH_STATISTICS_WHILE_PREDICTING)),
  /** See {@link NormalizationFault#NEVER_FROZEN}. */
  STATISTICS_NEVER_FROZEN(normalization(NormalizationFault.NEVER_FROZEN));

  @SuppressWarnings("ImmutableEnumChecker") // only lambdas without state
  private final Change change;

  LayerFault(Change change) {
    this.change = change;
  }

  /** A network with this mistake. */
  public ReferenceNetwork network(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
    return new ReferenceNetwork(
        network,
        loss,
        seed,
        layer -> layers(layer, seed),
        all -> new ReferenceOptimizer(spec, UpdateRules.of(spec), all));
  }

  private List<ReferenceLayer> layers(PlacedLayer layer, Seed seed) {
    List<ReferenceLayer> layers = new ArrayList<>(ReferenceLayers.of(layer, seed));
    layers.set(0, change.of(layer, layers.get(0), seed));
    return layers;
  }

  private static Change normalization(NormalizationFault fault) {
    return (layer, right, seed) ->
        layer.spec() instanceof BatchNormalization spec ? fault.of(layer, spec) : right;
  }

  /** Which of two inputs has one pixel. */
  private static int smaller(PlacedLayer layer) {
    return layer.inputs().get(0).size() < layer.inputs().get(1).size() ? 0 : 1;
  }

  private static int pixels(Shape image) {
    return image.size() / image.lastDimension();
  }

  private static boolean isPaddedConvolution(PlacedLayer layer) {
    return layer.spec() instanceof Conv2D conv && conv.window().padding() == Padding.SAME;
  }

  private static Window window(PlacedLayer layer) {
    return ((Conv2D) layer.spec()).window();
  }

  private static int rowsOfPadding(PlacedLayer layer) {
    int covered =
        (layer.output().height() - 1) * window(layer).strideY() + window(layer).spanY();
    return Math.max(covered - layer.input().height(), 0);
  }

  private static ReferenceLayer convolution(PlacedLayer layer, int top) {
    int left = window(layer).left(layer.input());
    return new ReferenceConv2D(
        new Windows(layer.input(), window(layer), top, left), Parameter.of(layer, "kernel"));
  }

  private static ReferenceLayer lastOfEqual(ReferenceLayer pool) {
    return new WrappedLayer(pool) {
      @Override
      public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
        double[][] rising = WrappedLayer.map(inputs.get(0), x -> x);
        for (double[] sample : rising) {
          for (int i = 0; i < sample.length; i++) {
            sample[i] += i * 1e-13;
          }
        }
        return super.backward(List.<double[][]>of(rising), dy, pass);
      }
    };
  }

  private interface Change {
    ReferenceLayer of(PlacedLayer layer, ReferenceLayer right, Seed seed);
  }
}

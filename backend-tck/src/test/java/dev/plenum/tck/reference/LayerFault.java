package dev.plenum.tck.reference;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Network;
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
      WrappedLayer.onPass(right, pass -> pass.training() ? pass : Pass.training(0, 0))),
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
      ? new ReferenceDropout(new DropoutMask(seed, layer.index() + 1, dropout.rate()))
      : right);

  @SuppressWarnings("ImmutableEnumChecker") // only lambdas without state
  private final Change change;

  LayerFault(Change change) {
    this.change = change;
  }

  /** A network with this mistake. */
  public ReferenceNetwork network(Network network, OptimizerSpec spec, Seed seed) {
    return new ReferenceNetwork(
        network, spec, seed, layer -> layers(layer, seed), UpdateRule.of(spec));
  }

  private List<ReferenceLayer> layers(PlacedLayer layer, Seed seed) {
    List<ReferenceLayer> layers = new ArrayList<>(ReferenceLayers.of(layer, seed));
    layers.set(0, change.of(layer, layers.get(0), seed));
    return layers;
  }

  private static boolean isPaddedConvolution(PlacedLayer layer) {
    return layer.spec() instanceof Conv2D conv && conv.window().padding() == Padding.SAME;
  }

  private static Window window(PlacedLayer layer) {
    return ((Conv2D) layer.spec()).window();
  }

  private static int rowsOfPadding(PlacedLayer layer) {
    int covered =
        (layer.output().height() - 1) * window(layer).strideY() + window(layer).height();
    return Math.max(covered - layer.input().height(), 0);
  }

  private static ReferenceLayer convolution(PlacedLayer layer, int top) {
    int left = window(layer).left(layer.input());
    return new ReferenceConv2D(layer, (Conv2D) layer.spec(), top, left);
  }

  private static ReferenceLayer lastOfEqual(ReferenceLayer pool) {
    return new WrappedLayer(pool) {
      @Override
      public double[] backward(double[] x, double[] dy, Pass pass) {
        double[] rising = x.clone();
        for (int i = 0; i < x.length; i++) {
          rising[i] += i * 1e-13;
        }
        return super.backward(rising, dy, pass);
      }
    };
  }

  private interface Change {
    ReferenceLayer of(PlacedLayer layer, ReferenceLayer right, Seed seed);
  }
}

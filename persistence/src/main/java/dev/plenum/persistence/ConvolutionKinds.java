package dev.plenum.persistence;

import static dev.plenum.persistence.OperationKind.keys;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.SeparableConv2D;
import java.util.List;

/** The kinds that have kernels. */
final class ConvolutionKinds {
  private static final String UNITS = "units";
  private static final String FILTERS = "filters";
  private static final String MULTIPLIER = "depth_multiplier";
  private static final KernelJson KERNEL = new KernelJson("kernel");
  private static final KernelJson DEPTHWISE = new KernelJson("depthwise");
  private static final KernelJson BOTH = new KernelJson("depthwise", "pointwise");

  static final List<OperationKind<?>> ALL = List.of(
      new OperationKind<>(
          Conv2D.class,
          "Conv2D",
          keys(List.of(FILTERS), WindowJson.CONVOLUTION, ActivationJson.KEYS, KERNEL.keys()),
          (conv, node) -> {
            node.put(FILTERS, conv.filters());
            WindowJson.putConvolution(node, conv.window());
            ActivationJson.put(node, conv.activation());
            KERNEL.put(node, conv.kernel());
          },
          settings -> new Conv2D(
              settings.required(FILTERS).intValue(),
              WindowJson.convolution(settings),
              ActivationJson.read(settings),
              KERNEL.read(settings))),
      new OperationKind<>(
          DepthwiseConv2D.class,
          "DepthwiseConv2D",
          keys(WindowJson.CONVOLUTION, List.of(MULTIPLIER), ActivationJson.KEYS, DEPTHWISE.keys()),
          (conv, node) -> {
            WindowJson.putConvolution(node, conv.window());
            node.put(MULTIPLIER, conv.multiplier());
            ActivationJson.put(node, conv.activation());
            DEPTHWISE.put(node, conv.kernel());
          },
          settings -> new DepthwiseConv2D(
              WindowJson.convolution(settings),
              settings.whole(MULTIPLIER, 1),
              ActivationJson.read(settings),
              DEPTHWISE.read(settings))),
      new OperationKind<>(
          SeparableConv2D.class,
          "SeparableConv2D",
          keys(
              List.of(FILTERS),
              WindowJson.CONVOLUTION,
              List.of(MULTIPLIER),
              ActivationJson.KEYS,
              BOTH.keys()),
          (conv, node) -> {
            node.put(FILTERS, conv.filters());
            WindowJson.putConvolution(node, conv.window());
            node.put(MULTIPLIER, conv.multiplier());
            ActivationJson.put(node, conv.activation());
            BOTH.put(node, conv.kernel());
          },
          settings -> new SeparableConv2D(
              settings.required(FILTERS).intValue(),
              WindowJson.convolution(settings),
              settings.whole(MULTIPLIER, 1),
              ActivationJson.read(settings),
              BOTH.read(settings))),
      new OperationKind<>(
          Dense.class,
          "Dense",
          keys(List.of(UNITS), ActivationJson.KEYS, KERNEL.keys()),
          (dense, node) -> {
            node.put(UNITS, dense.units());
            ActivationJson.put(node, dense.activation());
            KERNEL.put(node, dense.kernel());
          },
          settings -> new Dense(
              settings.required(UNITS).intValue(),
              ActivationJson.read(settings),
              KERNEL.read(settings))));

  private ConvolutionKinds() {}
}

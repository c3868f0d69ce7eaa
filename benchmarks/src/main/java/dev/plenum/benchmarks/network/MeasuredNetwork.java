package dev.plenum.benchmarks.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.NamedDataset;
import dev.plenum.experiment.BuiltInNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network that is measured: those of the reference experiment, and two of another kind.
 *
 * @param name what users call it
 * @param network the network
 */
public record MeasuredNetwork(String name, Network network) {
  /** Images of a training step: that of the reference experiment. */
  public static final int BATCH_SIZE = 86;

  private static final Shape COLOURED = Shape.of(32, 32, 3);

  private static final MeasuredNetwork COLOUR_3X3 = new MeasuredNetwork(
      "colour-3x3",
      Sequential.of(
          COLOURED,
          convolution(16, 3, 1),
          MaxPool2D.of(2),
          convolution(32, 3, 1),
          MaxPool2D.of(2),
          convolution(64, 3, 1),
          MaxPool2D.of(2),
          Flatten.instance(),
          scores()));

  private static final MeasuredNetwork COLOUR_STRIDED = new MeasuredNetwork(
      "colour-strided",
      Sequential.of(
          COLOURED,
          convolution(32, 5, 2),
          convolution(64, 5, 2),
          Flatten.instance(),
          Dense.of(64).activation(RELU),
          scores()));

  private static LayerSpec convolution(int filters, int kernelSize, int stride) {
    return Conv2D.of(filters, kernelSize).strides(stride).padding(SAME).activation(RELU);
  }

  private static LayerSpec scores() {
    return Dense.of(NamedDataset.CLASSES).activation(SOFTMAX);
  }

  /** All of them. */
  public static List<MeasuredNetwork> all() {
    return Stream.concat(
            Arrays.stream(BuiltInNetwork.values())
                .map(known -> new MeasuredNetwork(
                    known.displayName(),
                    known.network(NamedDataset.IMAGE_SHAPE, NamedDataset.CLASSES))),
            Stream.of(COLOUR_3X3, COLOUR_STRIDED))
        .toList();
  }

  /** Those whose layers are measured one by one: in a line, without batch normalisation. */
  public static List<MeasuredNetwork> lines() {
    return all().stream().filter(MeasuredNetwork::isLine).toList();
  }

  /** Whether its layers can be measured one by one. */
  public boolean isLine() {
    return network instanceof Sequential line
        && line.layers().stream().noneMatch(BatchNormalization.class::isInstance);
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists what there is
   */
  public static MeasuredNetwork named(String name) {
    return all().stream()
        .filter(one -> one.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "there is no network '%s'; there are %s".formatted(name, String.join(", ", names()))));
  }

  /**
   * Those of these names, in their order; all if there are no names.
   *
   * @throws IllegalArgumentException as {@link #named}
   */
  public static List<MeasuredNetwork> named(List<String> names) {
    return names.isEmpty()
        ? all()
        : names.stream().distinct().map(MeasuredNetwork::named).toList();
  }

  private static List<String> names() {
    return all().stream().map(MeasuredNetwork::name).toList();
  }
}

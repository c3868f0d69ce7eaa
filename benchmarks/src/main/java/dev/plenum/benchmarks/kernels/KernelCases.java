package dev.plenum.benchmarks.kernels;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.benchmarks.peak.PeakFma;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that can be measured. */
final class KernelCases {
  /** The share of a pool's windows that have a gradient, about what it is behind ReLU in training. */
  static final double NON_ZERO = 0.3;

  /** What the processor can do at most; what all others are compared with. */
  static final KernelCase PEAK = new KernelCase(
      "peak-fma", "-", "12 sums", Work.operations(PeakFma.OPERATIONS), () -> new PeakFma()::run);

  private KernelCases() {}

  /** Those of the layers of these networks that are lines, and what belongs to no network. */
  static List<KernelCase> of(List<MeasuredNetwork> networks) {
    Stream<Function<MeasuredNetwork, List<KernelCase>>> groups =
        Stream.of(GemmCases::of, WinogradCases::of, SparseCases::of, LayerCases::of);
    return Stream.concat(
            groups.flatMap(group -> networks.stream()
                .filter(MeasuredNetwork::isLine)
                .flatMap(network -> group.apply(network).stream())),
            Stream.of(augmentation()))
        .toList();
  }

  /** The case of that id. */
  static KernelCase of(String id) {
    return Stream.concat(Stream.of(PEAK), of(MeasuredNetwork.lines()).stream())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no kernel " + id));
  }

  private static KernelCase augmentation() {
    Shape shape = Shape.of(28, 28, 1);
    return new KernelCase("augmentation", "-", "28 x 28 x 1", Work.pixels(shape.size()), () -> {
      ImageAugmentation augmentation = ImageAugmentation.referenceExperiment();
      CounterRandom numbers = CounterRandom.of(Purpose.AUGMENTATION, new Seed(1));
      float[] source = RandomValues.positive(shape.size());
      float[] target = new float[shape.size()];
      return new Runnable() {
        private int image;

        @Override
        public void run() {
          augmentation.apply(source, target, 0, shape, numbers.at(image++));
        }
      };
    });
  }
}

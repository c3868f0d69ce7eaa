package dev.plenum.benchmarks.kernels;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Blocks;
import dev.plenum.backend.purejava.internal.layers.Borders;
import dev.plenum.backend.purejava.internal.layers.Connections;
import dev.plenum.backend.purejava.internal.layers.Gradients;
import dev.plenum.backend.purejava.internal.layers.LayerRun;
import dev.plenum.backend.purejava.internal.layers.LayerRuns;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.benchmarks.network.Arithmetic;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole layers with weights, a convolution with the pool behind it, on a batch and one thread; counted
 * densely, so that what a layer saves by Winograd's convolution or a sparse gradient shows as speed.
 */
final class LayerCases {
  private static final int BATCH = MeasuredNetwork.BATCH_SIZE;
  private static final Seed SEED = new Seed(1);

  private final MeasuredNetwork network;
  private final List<Block> blocks;

  private LayerCases(MeasuredNetwork network) {
    this.network = network;
    blocks = Blocks.of(Plan.of(network.network()), true).stream()
        .map(Block.class::cast)
        .toList();
  }

  static List<KernelCase> of(MeasuredNetwork network) {
    LayerCases cases = new LayerCases(network);
    List<KernelCase> all = new ArrayList<>();
    for (int i = 0; i < cases.blocks.size(); i++) {
      if (!cases.blocks.get(i).run().parameters().isEmpty()) {
        all.addAll(cases.ofBlock(i));
      }
    }
    return all;
  }

  private List<KernelCase> ofBlock(int index) {
    Block block = blocks.get(index);
    PlacedLayer layer = block.run().layer();
    Network all = network.network();
    String name = network.name() + "/" + layer.name();
    String sizes = layer.input() + " -> " + block.output().shape();
    return List.of(
        new KernelCase(
            "layer-forward",
            name,
            sizes,
            Work.multiplyAdds((double) BATCH * Arithmetic.forward(layer)),
            () -> {
              LayerRun run = prepare(index);
              return () -> run.forward(BATCH, 0);
            }),
        new KernelCase(
            "layer-backward",
            name,
            sizes,
            Work.multiplyAdds((double) BATCH * Arithmetic.backward(all, layer)),
            () -> {
              LayerRun run = prepare(index);
              run.forward(BATCH, 0);
              return () -> run.backward(BATCH);
            }));
  }

  /** A layer as it is in its network, with random inputs and gradient. */
  private LayerRun prepare(int index) {
    Block block = blocks.get(index);
    PlacedLayer layer = block.run().layer();
    boolean isLast = index == blocks.size() - 1;
    FeatureMaps input = new FeatureMaps(layer.input(), Borders.ofInput(block), BATCH);
    fill(input, RandomValues.positive(BATCH * input.imageSize()));
    Border outputBorder = isLast ? Border.NONE : Borders.ofInput(blocks.get(index + 1));
    FeatureMaps output = new FeatureMaps(block.output().shape(), outputBorder, BATCH);
    FeatureMaps outputGradient =
        new FeatureMaps(block.output().shape(), Borders.ofOutputGradient(block), BATCH);
    fill(
        outputGradient,
        RandomValues.sparse(BATCH * outputGradient.imageSize(), 1 - KernelCases.NON_ZERO));
    LayerRuns runs = new LayerRuns(SEED, BATCH, false, new Workers(1, Kernels.vector()));
    runs.add(
        block,
        new Connections(input, output, inputGradient(index), new Gradients(outputGradient, false)),
        parameters(layer),
        List.of());
    return runs.runs().get(0);
  }

  /** The first layer with weights needs none, nor has it one in the count of its arithmetic. */
  private @Nullable Gradients inputGradient(int index) {
    boolean isFirst = blocks.subList(0, index).stream()
        .allMatch(block -> block.run().parameters().isEmpty());
    Shape shape = blocks.get(index).input();
    return isFirst
        ? null
        : new Gradients(
            new FeatureMaps(shape, Borders.ofOutputGradient(blocks.get(index - 1)), BATCH), false);
  }

  private List<Parameter> parameters(PlacedLayer layer) {
    List<Parameter> parameters = new ArrayList<>();
    for (ParameterSpec spec : layer.parameters()) {
      Parameter parameter = new Parameter(layer.parameterName(spec), spec, 0);
      parameter.makeGradient();
      parameter.load(
          parameter.values(), InitialWeights.of(network.network(), SEED).get(parameter.name()));
      parameters.add(parameter);
    }
    return parameters;
  }

  private static void fill(FeatureMaps maps, float[] values) {
    for (int image = 0; image < BATCH; image++) {
      maps.copyImage(image, values, image * maps.imageSize());
    }
  }
}

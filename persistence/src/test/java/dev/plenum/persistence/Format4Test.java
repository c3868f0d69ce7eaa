package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Value;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that a build with format version 4 wrote is read by every later build, and written again with
 * the same bytes.
 */
class Format4Test {
  private static final Path FILE = Path.of("src/test/resources/format-4/model.plenum");

  /** Of every kind of layer and merge. */
  private static final Network NETWORK = Graph.of(Shape.of(8, 8, 2), images -> {
        Value stem = images.then(
            new Rescaling(2, -1),
            new Normalization(List.of(0.25, -0.5), List.of(1.5, 0.5)),
            Conv2D.of(4, 3)
                .padding(Padding.SAME)
                .dilation(2)
                .bias(false)
                .kernelInitializer(new Constant(0.125))
                .kernelRegularizer(new Regularizer(0, 1e-4)),
            BatchNormalization.defaults().momentum(0.9),
            new ReLU(6, 0.1, 0.2));
        Value inner = stem.then(
            DepthwiseConv2D.of(3).padding(Padding.SAME),
            new LeakyReLU(0.1),
            SeparableConv2D.of(4, 3).padding(Padding.SAME),
            new ELU(0.5));
        Value sum = Add.of(stem, inner).then(Activation.SILU.layer(), new SpatialDropout2D(0.25));
        Value scales =
            sum.then(GlobalAveragePooling2D.instance(), Reshape.of(1, 1, 4), Conv2D.of(4, 1));
        Value scaled = Multiply.of(sum, scales);
        Value pooled =
            Average.of(scaled.then(MaxPool2D.of(2)), scaled.then(AveragePooling2D.of(2)));
        Value moved = pooled.then(
            new ZeroPadding2D(new Margins(1, 0, 2, 0)), new Cropping2D(new Margins(0, 1, 1, 1)));
        Value largest = Maximum.of(pooled, moved);
        return Concatenate.of(
                largest.then(GlobalMaxPooling2D.instance()), largest.then(Flatten.instance()))
            .then(
                Dropout.of(0.5),
                Dense.of(3)
                    .activation(Activation.SOFTMAX)
                    .kernelInitializer(VarianceScaling.HE_NORMAL));
      })
      .freeze(List.of("conv2d", "batch_normalization"));

  private static final OptimizerSpec OPTIMIZER = Sgd.defaults()
      .options(UpdateOptions.NONE
          .clipping(Clipping.Kind.GLOBAL_NORM, 1)
          .weightDecay(0.01, "bias")
          .ema(0.9));

  @TempDir
  Path folder;

  static SavedModel model() {
    NamedTensors weights = InitialWeights.of(NETWORK, Seed.seed(4));
    Map<String, Tensor> averages = new HashMap<>();
    weights.byName().forEach((name, tensor) -> {
      if (!name.startsWith("conv2d/") && !name.startsWith("batch_normalization/")) {
        averages.put(name + "/" + UpdateOptions.EMA, tensor);
      }
    });
    return new SavedModel(
        NETWORK,
        OPTIMIZER,
        weights,
        new OptimizerState(1, 0.01, new NamedTensors(averages)),
        Preprocessing.of(NETWORK.input(), "bilinear"),
        List.of("a", "b", "c"),
        JsonObject.empty().with("seed", 4));
  }

  @Test
  void itIsReadAndMeansWhatItMeant() throws IOException {
    SavedModel saved = ModelFile.read(FILE);
    SavedModel expected = model();
    assertEquals(NETWORK, saved.network());
    assertEquals(OPTIMIZER, saved.optimizer());
    assertEquals(expected.weights(), saved.weights());
    assertEquals(expected.optimizerState(), saved.optimizerState());
  }

  @Test
  void itIsWrittenWithTheSameBytes() throws IOException {
    Path written = folder.resolve("model.plenum");
    ModelFile.write(written, model());
    assertArrayEquals(Files.readAllBytes(FILE), Files.readAllBytes(written));
  }
}

package dev.plenum.interchange.keras;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Value;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonValue;
import dev.plenum.tck.reference.RandomNetworks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are graphs, described for Keras. */
class KerasConfigWriterTest {
  /** The branches are written in another order than Keras lists them in. */
  private static final Network GRAPH = Graph.of(Shape.of(12, 12, 3), images -> {
        Value stem = images.then(
            new Normalization(List.of(0.1, 0.2, 0.3), List.of(0.5, 1.5, 0.25)),
            Conv2D.of(8, 3).padding(Padding.SAME).bias(false).kernelInitializer(new Constant(0.5)),
            BatchNormalization.defaults().scale(false),
            Activation.RELU6.layer());
        Value shortcut =
            stem.then(Conv2D.of(8, 1).strides(2).kernelRegularizer(new Regularizer(0.1, 0.2)));
        Value main = stem.then(
            Conv2D.of(8, 3).padding(Padding.SAME).strides(2),
            BatchNormalization.defaults(),
            Activation.SILU.layer(),
            DepthwiseConv2D.of(3).padding(Padding.SAME).bias(false),
            SeparableConv2D.of(8, 3).padding(Padding.SAME).multiplier(2),
            new Rescaling(0.9, 0.1),
            BatchNormalization.defaults().center(false));
        Value sum = Add.of(main, shortcut);
        Value scales = sum.then(
            new GlobalMaxPooling2D(true), Conv2D.of(8, 1).activation(Activation.HARD_SIGMOID));
        Value scaled = Multiply.of(sum, scales);
        Value means = scaled.then(GlobalAveragePooling2D.instance());
        Value others = scaled.then(
            ZeroPadding2D.of(1),
            Cropping2D.of(2),
            new ELU(0.5),
            new LeakyReLU(0.1),
            new ReLU(3, 0.1, 0.2),
            GlobalMaxPooling2D.instance());
        Value average = Average.of(means, others);
        return Concatenate.of(means, Maximum.of(means, average), others)
            .then(
                Reshape.of(2, 3, 4),
                new SpatialDropout2D(0.3),
                Flatten.instance(),
                Dense.of(9)
                    .activation(Activation.GELU)
                    .kernelInitializer(VarianceScaling.HE_NORMAL),
                Dense.of(4),
                Activation.SOFTMAX.layer());
      })
      .freeze(List.of("conv2d", "batch_normalization"));

  @TempDir
  Path folder;

  @Test
  void aGraphComesBackAsItWas() throws IOException {
    TrainedNetwork trained = Samples.trained(GRAPH, seed(1));
    Path model = folder.resolve("written.keras");
    AtomicFiles.write(model, KerasModelFile.content(trained));
    assertEquals(trained, KerasModelFile.read(model).trained());
    Path weights = folder.resolve("written.weights.h5");
    AtomicFiles.write(weights, KerasWeightsFile.content(trained));
    assertEquals(trained, KerasWeightsFile.read(weights, GRAPH).trained());
  }

  @Test
  void soDoNetworksOfAllKindsOfLayer() throws IOException {
    Path model = folder.resolve("written.keras");
    List<Network> networks = Stream.iterate(0L, number -> number + 1)
        .map(number -> RandomNetworks.draw(seed(number)))
        .filter(KerasConfigWriterTest::comesBackAsItIs)
        .limit(60)
        .toList();
    for (Network network : networks) {
      TrainedNetwork trained = Samples.trained(network, seed(1));
      AtomicFiles.write(model, KerasModelFile.content(trained));
      assertEquals(trained, KerasModelFile.read(model).trained());
    }
  }

  /** Without what Keras cannot express, and what an import takes for a preparation of the images. */
  private static boolean comesBackAsItIs(Network network) {
    return network.placedLayers().stream()
        .noneMatch(layer -> layer.spec().activation() == Activation.GELU_TANH
            || (layer.reads().contains(PlacedLayer.IMAGES)
                && (layer.spec() instanceof Rescaling || layer.spec() instanceof Reshape)));
  }

  /** The convolution of the main branch comes before that of the shortcut in Keras. */
  @Test
  void weightsAreStoredByTheNamesThatKerasGives() throws IOException {
    TrainedNetwork trained = Samples.trained(GRAPH, seed(1));
    HdfGroup layers = HdfGroup.root(new HdfBytes(HdfWriter.bytes(trained))).group("layers");
    assertEquals(
        trained.weights().get("conv2d_2/kernel"),
        layers.group("conv2d_1").group("vars").tensor("0", Shape.of(3, 3, 8, 8)));
  }

  @Test
  void aLayerSaysWhatItReads() {
    Network network = Graph.of(
        Shape.of(2, 1, 1),
        images -> Add.of(images, images.then(Activation.TANH.layer()))
            .then(Flatten.instance(), Dense.of(2)));
    JsonValue model = KerasConfigWriter.write(network, List.of()).asValue("config");
    assertEquals("\"Functional\"", model.required("class_name").toString());
    JsonValue config = model.required("config");
    assertEquals("[\"input_layer\",0,0]", config.required("input_layers").toString());
    assertEquals("[\"dense\",0,0]", config.required("output_layers").toString());
    assertEquals(
        "{\"module\":\"keras.layers\",\"class_name\":\"Add\",\"config\":{\"name\":\"add\",\"dtype\":"
            + "\"float32\"},\"name\":\"add\",\"inbound_nodes\":[{\"args\":[["
            + tensor("input_layer") + "," + tensor("activation") + "]],\"kwargs\":{}}]}",
        config.required("layers").elements().get(2).toString());
  }

  private static String tensor(String maker) {
    return "{\"class_name\":\"__keras_tensor__\",\"config\":{\"shape\":[null,2,1,1],\"dtype\":"
        + "\"float32\",\"keras_history\":[\"" + maker + "\",0,0]}}";
  }

  @Test
  void whatKerasHasNoNameForIsRefusedByTheLayersName() {
    TrainedNetwork trained = Samples.trained(
        Sequential.of(
            Shape.of(2, 1, 1),
            Flatten.instance(),
            Dense.of(2).activation(Activation.GELU_TANH),
            Dense.of(2)),
        seed(1));
    assertEquals(
        "Keras has no name for the activation of layer 'dense' (Dense), the tanh form of GELU",
        assertThrows(IllegalArgumentException.class, () -> KerasModelFile.content(trained))
            .getMessage());
  }
}

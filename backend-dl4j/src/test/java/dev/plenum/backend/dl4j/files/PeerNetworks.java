package dev.plenum.backend.dl4j.files;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as a plain program makes them with Deeplearning4j, trained for some steps. */
final class PeerNetworks {
  static final int CLASSES = 3;
  private static final int STEPS = 3;
  private static final int BATCH = 4;

  private static final List<IActivation> FUNCTIONS = List.of(
      new ActivationELU(0.7),
      new ActivationHardSigmoid(),
      new ActivationIdentity(),
      new ActivationLReLU(),
      new ActivationReLU(),
      new ActivationReLU(0.4, 0.1, 0.2),
      new ActivationReLU6(),
      new ActivationSELU(),
      new ActivationSigmoid(),
      new ActivationSwish(),
      new ActivationTanH(),
      new ActivationThresholdedReLU(0.3));

  /**
   * A network.
   *
   * @param name what it shows
   * @param input the shape of its images
   * @param layout how it takes them
   */
  record Sample(String name, Model model, Shape input, Peer.Layout layout) {
    @Override
    public String toString() {
      return name;
    }
  }

  private PeerNetworks() {}

  static List<Sample> all() {
    return List.of(
        lenet(),
        channelsLast(),
        separable(),
        residual(CNN2DFormat.NCHW),
        residual(CNN2DFormat.NHWC),
        branches(),
        padded(),
        pools(),
        dense(Shape.of(5, 5, 1)),
        dense(Shape.of(4, 4, 3)),
        flattenedNorm(),
        lossLayer(),
        frozen(),
        activations());
  }

  static NeuralNetConfiguration.Builder builder(IUpdater updater) {
    return new NeuralNetConfiguration.Builder().seed(7).updater(updater);
  }

  static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
        .nOut(CLASSES)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static Sample line(String name, ListBuilder layers, Shape input, Peer.Layout layout) {
    layers.setInputType(type(input, layout));
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return trained(new Sample(name, network, input, layout));
  }

  private static Sample graph(String name, GraphBuilder graph, Shape input, Peer.Layout layout) {
    graph.setInputTypes(type(input, layout));
    ComputationGraph network = new ComputationGraph(graph.build());
    network.init();
    return trained(new Sample(name, network, input, layout));
  }

  private static InputType type(Shape input, Peer.Layout layout) {
    return switch (layout) {
      case NCHW -> InputType.convolutional(input.height(), input.width(), input.channels());
      case NHWC ->
        InputType.convolutional(input.height(), input.width(), input.channels(), CNN2DFormat.NHWC);
      case FLAT -> InputType.feedForward(input.size());
    };
  }

  /** Some steps, so that no array has equal values. */
  private static Sample trained(Sample sample) {
    for (int step = 0; step < STEPS; step++) {
      train(sample, step);
    }
    return sample;
  }

  /** One step on images and labels that follow from its number. */
  static void train(Sample sample, int step) {
    float[] values = values(BATCH * sample.input().size(), step);
    INDArray images = Peer.images(values, BATCH, sample.input(), sample.layout());
    INDArray labels = Nd4j.zeros(DataType.FLOAT, BATCH, CLASSES);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, labels(step)[i], 1);
    }
    if (sample.model() instanceof ComputationGraph graph) {
      graph.fit(new INDArray[] {images}, new INDArray[] {labels});
    } else {
      ((MultiLayerNetwork) sample.model()).fit(images, labels);
    }
  }

  private static int[] labels(int step) {
    return IntStream.range(step, step + BATCH).map(i -> i % CLASSES).toArray();
  }

  /** The images and labels of a step, as they are here. */
  static Batch batch(Shape input, int step) {
    Dataset images = new Dataset(
        input, pixels(BATCH * input.size(), step), labels(step), List.of("a", "b", "c"));
    Batch batch = new Batch(input, BATCH);
    batch.load(images, IntStream.range(0, BATCH).toArray(), 0, BATCH);
    return batch;
  }

  /** Numbers from 0 to 1 that follow from a seed: pixels divided by 255. */
  static float[] values(int count, int seed) {
    byte[] pixels = pixels(count, seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (pixels[i] & 0xff) / 255f;
    }
    return values;
  }

  private static byte[] pixels(int count, int seed) {
    byte[] pixels = new byte[count];
    new Random(seed).nextBytes(pixels);
    return pixels;
  }

  static Sample lenet() {
    ListBuilder layers = builder(new Adam(1e-2))
        .l2(1e-3)
        .list()
        .layer(new ConvolutionLayer.Builder(5, 5)
            .nOut(4)
            .activation(Activation.RELU)
            .build())
        .layer(new SubsamplingLayer.Builder(PoolingType.MAX)
            .kernelSize(2, 2)
            .stride(2, 2)
            .build())
        .layer(new ConvolutionLayer.Builder(3, 3)
            .nOut(5)
            .stride(2, 1)
            .activation(Activation.TANH)
            .build())
        .layer(new DenseLayer.Builder()
            .nOut(9)
            .dropOut(0.8)
            .activation(Activation.RELU)
            .build())
        .layer(output());
    layers.setInputType(InputType.convolutionalFlat(14, 15, 2));
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return trained(new Sample("lenet", network, Shape.of(14, 15, 2), Peer.Layout.FLAT));
  }

  static Sample channelsLast() {
    CNN2DFormat format = CNN2DFormat.NHWC;
    return line(
        "channels last",
        builder(new Nesterovs(0.05, 0.9))
            .convolutionMode(ConvolutionMode.Same)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 2)
                .nOut(4)
                .hasBias(false)
                .dataFormat(format)
                .build())
            .layer(new BatchNormalization.Builder().dataFormat(format).build())
            .layer(new ActivationLayer(new ActivationLReLU(0.05)))
            .layer(new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(3, 3)
                .stride(2, 2)
                .dataFormat(format)
                .build())
            .layer(new DenseLayer.Builder().nOut(7).activation(Activation.ELU).build())
            .layer(new DropoutLayer(0.5))
            .layer(output()),
        Shape.of(7, 8, 3),
        Peer.Layout.NHWC);
  }

  static Sample separable() {
    return line(
        "separable",
        builder(new Adam(1e-2))
            .convolutionMode(ConvolutionMode.Same)
            .activation(Activation.RELU)
            .list()
            .layer(new SeparableConvolution2D.Builder(3, 2)
                .nOut(5)
                .depthMultiplier(2)
                .stride(2, 2)
                .weightDecay(0.01)
                .build())
            .layer(new ZeroPaddingLayer.Builder(1, 2, 0, 1).build())
            .layer(new DepthwiseConvolution2D.Builder(3, 3)
                .depthMultiplier(2)
                .dropOut(new SpatialDropout(0.9))
                .build())
            .layer(new Cropping2D.Builder(1, 0, 0, 2).build())
            .layer(new BatchNormalization.Builder().lockGammaBeta(true).build())
            .layer(new ConvolutionLayer.Builder(2, 2)
                .dilation(2, 2)
                .nOut(4)
                .dropOut(new GaussianNoise(0.1))
                .build())
            .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build())
            .layer(output()),
        Shape.of(9, 8, 3),
        Peer.Layout.NCHW);
  }

  static Sample residual(CNN2DFormat format) {
    UnaryOperator<GraphBuilder> block = graph -> graph
        .addLayer("c1", conv(4, 3, format).activation(Activation.RELU).build(), "stem")
        .addLayer(
            "bn",
            new BatchNormalization.Builder()
                .useLogStd(format == CNN2DFormat.NCHW)
                .dataFormat(format)
                .build(),
            "c1")
        .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "bn")
        .addVertex("max", new ElementWiseVertex(ElementWiseVertex.Op.Max), "add", "c1")
        .addVertex("average", new ElementWiseVertex(ElementWiseVertex.Op.Average), "max", "stem")
        .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "average", "bn")
        .addVertex("scaled", new ScaleVertex(0.5), "product")
        .addVertex("shifted", new ShiftVertex(0.25), "scaled")
        .addVertex("merged", new MergeVertex(), "shifted", "c1", "add");
    GraphBuilder graph = builder(new Adam(1e-2))
        .convolutionMode(ConvolutionMode.Same)
        .graphBuilder()
        .addInputs("in")
        .addLayer("stem", conv(4, 1, format).build(), "in");
    return graph(
        "residual " + format,
        block
            .apply(graph)
            .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "merged")
            .addLayer("out", output(), "pool")
            .setOutputs("out"),
        Shape.of(6, 7, 3),
        format == CNN2DFormat.NCHW ? Peer.Layout.NCHW : Peer.Layout.NHWC);
  }

  private static ConvolutionLayer.Builder conv(int filters, int size, CNN2DFormat format) {
    return new ConvolutionLayer.Builder(size, size)
        .nOut(filters)
        .dataFormat(format)
        .activation(Activation.IDENTITY);
  }

  /** Flattened images and dense values side by side. */
  private static Sample branches() {
    return graph(
        "branches",
        builder(new Sgd(0.1))
            .graphBuilder()
            .addInputs("in")
            .addLayer("c", conv(4, 3, CNN2DFormat.NCHW).build(), "in")
            .addVertex(
                "flat", new PreprocessorVertex(new CnnToFeedForwardPreProcessor(4, 5, 4)), "c")
            .addLayer("act", new ActivationLayer(Activation.TANH), "flat")
            .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "c")
            .addVertex("merged", new MergeVertex(), "act", "pool")
            .addLayer("out", output(), "merged")
            .setOutputs("out"),
        Shape.of(6, 7, 2),
        Peer.Layout.NCHW);
  }

  static Sample padded() {
    return line(
        "padded",
        builder(new Adam(1e-2))
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3)
                .padding(1, 1)
                .nOut(3)
                .activation(Activation.TANH)
                .build())
            .layer(new ConvolutionLayer.Builder(3, 2)
                .padding(2, 1)
                .nOut(3)
                .stride(2, 3)
                .activation(Activation.TANH)
                .build())
            .layer(new ConvolutionLayer.Builder(2, 2)
                .convolutionMode(ConvolutionMode.Strict)
                .nOut(3)
                .stride(1, 1)
                .activation(Activation.TANH)
                .build())
            .layer(output()),
        Shape.of(9, 11, 2),
        Peer.Layout.NCHW);
  }

  private static Sample pools() {
    return line(
        "pools",
        builder(new Adam(1e-2))
            .list()
            .layer(conv(3, 3, CNN2DFormat.NCHW).build())
            .layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(3, 3)
                .stride(2, 2)
                .padding(1, 1)
                .build())
            .layer(new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(3, 3)
                .stride(2, 1)
                .padding(1, 1)
                .build())
            .layer(new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(3, 3)
                .stride(1, 1)
                .padding(1, 0)
                .avgPoolIncludePadInDivisor(true)
                .build())
            .layer(new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(1, 1)
                .convolutionMode(ConvolutionMode.Same)
                .avgPoolIncludePadInDivisor(true)
                .build())
            .layer(new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(3, 3)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Same)
                .build())
            .layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 1)
                .convolutionMode(ConvolutionMode.Same)
                .build())
            .layer(output()),
        Shape.of(16, 17, 2),
        Peer.Layout.NCHW);
  }

  static Sample dense(Shape input) {
    return line(
        "dense of " + input,
        builder(new Nesterovs(0.1, 0.9))
            .list()
            .layer(
                new DenseLayer.Builder().nOut(6).activation(Activation.SIGMOID).build())
            .layer(new BatchNormalization.Builder().build())
            .layer(new DenseLayer.Builder()
                .nOut(5)
                .hasBias(false)
                .activation(Activation.RELU)
                .build())
            .layer(output()),
        input,
        Peer.Layout.FLAT);
  }

  private static Sample flattenedNorm() {
    return line(
        "norm of flattened",
        builder(new Adam(0.01))
            .list()
            .layer(conv(3, 2, CNN2DFormat.NCHW).build())
            .layer(new DropoutLayer.Builder(0.9).build())
            .inputPreProcessor(1, new CnnToFeedForwardPreProcessor(4, 5, 3))
            .layer(new BatchNormalization.Builder().nIn(60).nOut(60).build())
            .layer(new ActivationLayer(Activation.RELU))
            .layer(output()),
        Shape.of(5, 6, 2),
        Peer.Layout.NCHW);
  }

  private static Sample lossLayer() {
    return line(
        "loss layer",
        builder(new Adam(0.01))
            .list()
            .layer(conv(CLASSES, 3, CNN2DFormat.NCHW).build())
            .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
            .layer(new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build()),
        Shape.of(5, 6, 2),
        Peer.Layout.NCHW);
  }

  private static Sample frozen() {
    return line(
        "frozen",
        builder(new Adam(0.01))
            .list()
            .layer(new FrozenLayer(conv(3, 3, CNN2DFormat.NCHW).build()))
            .layer(
                new DenseLayer.Builder().nOut(6).activation(Activation.SIGMOID).build())
            .layer(output()),
        Shape.of(5, 6, 2),
        Peer.Layout.NCHW);
  }

  private static Sample activations() {
    ListBuilder layers = builder(new Adam(0.01)).list();
    for (IActivation function : FUNCTIONS) {
      layers.layer(
          new ConvolutionLayer.Builder(2, 1).nOut(4).activation(function).build());
    }
    for (IActivation function : FUNCTIONS) {
      layers.layer(new DenseLayer.Builder().nOut(6).activation(function).build());
    }
    return line("activations", layers.layer(output()), Shape.of(15, 2, 2), Peer.Layout.NCHW);
  }
}

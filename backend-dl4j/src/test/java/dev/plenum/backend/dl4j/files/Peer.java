package dev.plenum.backend.dl4j.files;

import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a plain program with Deeplearning4j does with a model. */
final class Peer {
  private Peer() {}

  /** How a network takes images. */
  enum Layout {
    NCHW,
    NHWC,
    /** Values in a row, as NCHW. */
    FLAT
  }

  /** Saves a model with the state of its updater. */
  static Path save(Model model, Path file) throws IOException {
    ModelSerializer.writeModel(model, file.toFile(), true);
    return file;
  }

  /** Loads a model of either kind. */
  static Model load(Path file) throws IOException {
    return isGraph(file)
        ? ComputationGraph.load(file.toFile(), true)
        : MultiLayerNetwork.load(file.toFile(), true);
  }

  private static boolean isGraph(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] configuration =
          zip.getInputStream(zip.getEntry("configuration.json")).readAllBytes();
      return new String(configuration, StandardCharsets.UTF_8).contains("\"vertices\"");
    }
  }

  /** Images that are NHWC, as a network takes them. */
  static INDArray images(float[] values, int count, Shape shape, Layout layout) {
    long[] sizes = {count, shape.height(), shape.width(), shape.channels()};
    INDArray images = Nd4j.create(values, sizes, 'c');
    if (layout == Layout.NHWC) {
      return images;
    }
    INDArray channelsFirst = images.permute(0, 3, 1, 2).dup('c');
    return layout == Layout.NCHW ? channelsFirst : channelsFirst.reshape('c', count, shape.size());
  }

  /** The probabilities of each image, one after the other. */
  static float[] predict(Model model, INDArray images) {
    INDArray output = model instanceof ComputationGraph graph
        ? graph.outputSingle(images)
        : ((MultiLayerNetwork) model).output(images);
    return output.dup('c').data().asFloat();
  }
}

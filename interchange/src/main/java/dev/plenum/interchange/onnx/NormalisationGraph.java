package dev.plenum.interchange.onnx;

import dev.plenum.api.network.Shape;
import dev.plenum.interchange.NormalisationSteps;
import dev.plenum.interchange.NormalisationSteps.Whitening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A normalisation as nodes of an ONNX graph, of images in their layout to images in the same. Statistics
 * of an image are made of its values in a row: not all engines take a mean over three dimensions.
 */
final class NormalisationGraph {
  private final Graph graph;
  private final NormalisationSteps steps;
  private final Shape image;
  private final ImageLayout layout;

  /** The name of what the steps so far give. */
  private String value;

  private NormalisationGraph(
      Graph graph, NormalisationSteps steps, Shape image, String input, ImageLayout layout) {
    this.graph = graph;
    this.steps = steps;
    this.image = image;
    this.layout = layout;
    this.value = input;
  }

  /** Adds the nodes, and returns the name of the normalised images. */
  static String add(
      Graph graph, NormalisationSteps steps, Shape image, String input, ImageLayout layout) {
    NormalisationGraph nodes = new NormalisationGraph(graph, steps, image, input, layout);
    nodes.rescale();
    nodes.samplewise();
    nodes.featurewise();
    nodes.whiten();
    return nodes.value;
  }

  private void rescale() {
    if (steps.rescale() != 1) {
      node("Mul", "rescaled", graph.constant(name("factor"), List.of(), (float) steps.rescale()));
    }
  }

  private void samplewise() {
    if (!steps.samplewiseCenter()) {
      return;
    }
    flatten("samplewise_flat");
    node("Sub", "samplewise_centred", mean("samplewise_mean", value));
    if (steps.samplewiseStd()) {
      String squares = graph.node("Mul", name("samplewise_squares"), List.of(value, value));
      String std =
          graph.node("Sqrt", name("samplewise_std"), List.of(mean("samplewise_variance", squares)));
      String epsilon =
          graph.constant(name("samplewise_epsilon"), List.of(), (float) NormalisationSteps.EPSILON);
      node(
          "Div",
          "samplewise_scaled",
          graph.node("Add", name("samplewise_divisor"), List.of(std, epsilon)));
    }
    toImages("samplewise");
  }

  private String mean(String what, String values) {
    return graph.node(
        "ReduceMean",
        name(what),
        List.of(values),
        Graph.attributes("axes", 1),
        Graph.attribute("keepdims", 1));
  }

  private void featurewise() {
    steps
        .channelMeans()
        .ifPresent(
            means -> node("Sub", "featurewise_centred", channels("featurewise_mean", means)));
    steps
        .channelDivisors()
        .ifPresent(
            divisors -> node("Div", "featurewise_scaled", channels("featurewise_std", divisors)));
  }

  /** One value for each channel, in the images' layout. */
  private String channels(String what, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return graph.constant(
        name(what), batchOf(layout.dimensions(Shape.of(1, 1, values.length)), 1), floats);
  }

  private void whiten() {
    if (steps.whitening().isEmpty()) {
      return;
    }
    Whitening whitening = steps.whitening().get();
    int[] order = order();
    flatten("zca_flat");
    node(
        "Sub",
        "zca_centred",
        graph.constant(
            name("zca_mean"),
            List.of(1, order.length),
            reordered(whitening.mean().toArray(), order)));
    value = graph.product(
        name("zca_whitened"),
        value,
        graph.constant(
            name("zca_matrix"),
            List.of(order.length, order.length),
            transposed(whitening.matrix().toArray(), order)));
    toImages("zca");
  }

  /** Which of an image's values in h, w, c order come one after the other in the layout. */
  private int[] order() {
    int[] order = new int[image.size()];
    int channels = image.channels();
    int pixels = order.length / channels;
    for (int i = 0; i < order.length; i++) {
      order[i] = layout == ImageLayout.NHWC ? i : (i % pixels) * channels + i / pixels;
    }
    return order;
  }

  private static float[] reordered(float[] values, int[] order) {
    float[] reordered = new float[values.length];
    for (int i = 0; i < order.length; i++) {
      reordered[i] = values[order[i]];
    }
    return reordered;
  }

  /** A row for each output, with its factors of all inputs. */
  private static float[] transposed(float[] matrix, int[] order) {
    int size = order.length;
    float[] transposed = new float[matrix.length];
    for (int out = 0; out < size; out++) {
      for (int in = 0; in < size; in++) {
        transposed[out * size + in] = matrix[order[in] * size + order[out]];
      }
    }
    return transposed;
  }

  private void flatten(String what) {
    value = graph.node("Flatten", name(what), List.of(value), Graph.attribute("axis", 1));
  }

  private void toImages(String what) {
    node(
        "Reshape",
        what + "_images",
        graph.shape(name(what + "_shape"), batchOf(layout.dimensions(image), -1)));
  }

  private static List<Integer> batchOf(List<Integer> dimensions, int images) {
    List<Integer> all = new ArrayList<>(dimensions);
    all.add(0, images);
    return Collections.unmodifiableList(all);
  }

  /** Makes a node of the value so far and another one the value so far. */
  private void node(String operator, String what, String other) {
    value = graph.node(operator, name(what), List.of(value, other));
  }

  private static String name(String what) {
    return "normalisation/" + what;
  }
}

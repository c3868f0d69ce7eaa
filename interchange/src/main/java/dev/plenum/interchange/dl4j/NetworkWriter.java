package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a configuration and the vector of all parameters of a network. Images are NCHW there. */
final class NetworkWriter {
  private static final String GRAPH = "org.deeplearning4j.nn.conf.graph.";
  private static final String PREPROCESSORS = "org.deeplearning4j.nn.conf.preprocessor.";

  /** Keras 3's hard sigmoid has x / 6 where ND4J's has 0.2 x. */
  private static final double HARD_SIGMOID_SLOPE = 1 / 1.2;

  /**
   * What a vertex gives.
   *
   * @param name the vertex's
   * @param shape here
   * @param order of a flat value: which one there each one here is; empty where they are the same
   */
  private record Given(String name, Shape shape, Optional<int[]> order) {
    int[] flatOrder() {
      int values = shape.rank() == 1 ? shape.size() : 0;
      return order.orElseGet(() -> Arrangement.run(0, values));
    }
  }

  private final TrainedNetwork trained;
  private final ConfigurationWriter configuration;
  private final LayerWriter layers;
  private final List<Given> given = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();

  private NetworkWriter(TrainedNetwork trained, OptimizerSpec optimizer) {
    this.trained = trained;
    this.configuration = new ConfigurationWriter();
    this.layers = new LayerWriter(trained.weights(), optimizer);
  }

  /**
   * Writes a network.
   *
   * @param optimizer what it is trained on with there, where Deeplearning4j has it
   * @throws IllegalArgumentException if Deeplearning4j has not what a layer does; the message names the
   *     layer
   */
  static NetworkWriter of(TrainedNetwork trained, OptimizerSpec optimizer) {
    NetworkWriter writer = new NetworkWriter(trained, optimizer);
    for (PlacedLayer layer : trained.network().placedLayers()) {
      try {
        writer.add(layer);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "layer '%s' (%s): %s".formatted(layer.name(), layer.spec().type(), e.getMessage()), e);
      }
    }
    return writer;
  }

  /** The description: of a MultiLayerNetwork where that is possible, else of a ComputationGraph. */
  JsonObject configuration() {
    return configuration.json();
  }

  /** The parameters. */
  float[] parameters() {
    float[] all = new float[vectors.stream().mapToInt(vector -> vector.length).sum()];
    int end = 0;
    for (float[] vector : vectors) {
      System.arraycopy(vector, 0, all, end, vector.length);
      end += vector.length;
    }
    return all;
  }

  private void add(PlacedLayer layer) {
    List<Given> reads = layer.reads().stream().map(this::read).toList();
    Operation spec = layer.spec();
    if (spec instanceof MergeSpec merge) {
      given.add(merged(layer, merge, reads));
    } else if (spec instanceof Flatten) {
      given.add(flattened(layer, reads.get(0)));
    } else if (spec instanceof Reshape) {
      given.add(reshaped(layer, reads.get(0)));
    } else if (spec instanceof Rescaling rescaling) {
      given.add(rescaled(layer.name(), reads.get(0), rescaling));
    } else {
      given.add(computed(layer, reads.get(0)));
    }
  }

  private Given read(int number) {
    return number == PlacedLayer.IMAGES
        ? new Given(ConfigurationWriter.INPUT, trained.network().input(), Optional.empty())
        : given.get(number);
  }

  private Given computed(PlacedLayer layer, Given read) {
    boolean isLast = layer.index() == trained.network().placedLayers().size() - 1;
    LayerWriter.Written written = layers.write(layer, isLast, read.flatOrder());
    float[] vector = new float[written.arrangement().length()];
    written.arrangement().put(written.arrays(), vector, 0);
    vectors.add(vector);
    if (LayerContents.isHard(written.function())) {
      return hard(layer, read, written);
    }
    configuration.layer(layer.name(), written.content(), read.name());
    return new Given(layer.name(), layer.output(), order(layer, read));
  }

  private static Optional<int[]> order(PlacedLayer layer, Given read) {
    boolean keepsOrder = layer.output().equals(read.shape()) && layer.output().rank() == 1;
    boolean isDense = layer.spec() instanceof Dense;
    return keepsOrder && !isDense ? read.order() : Optional.empty();
  }

  /** The layer without its function, and then the function as several vertices. */
  private Given hard(PlacedLayer layer, Given read, LayerWriter.Written written) {
    Given linear = read;
    if (!(layer.spec() instanceof ElementwiseSpec)) {
      String name = layer.name() + "_linear";
      configuration.layer(name, written.content(), read.name());
      linear = new Given(name, layer.output(), order(layer, read));
    }
    Given scaled = rescaled(layer.name() + "_scaled", linear, new Rescaling(HARD_SIGMOID_SLOPE, 0));
    boolean isProduct = written.function() instanceof ElementwiseFunction.HardSilu;
    String gate = isProduct ? layer.name() + "_gate" : layer.name();
    configuration.layer(
        gate, LayerWriter.activation(gate, new ElementwiseFunction.HardSigmoid()), scaled.name());
    if (isProduct) {
      configuration.vertex(layer.name(), elementWise("Product"), List.of(linear.name(), gate));
    }
    return new Given(layer.name(), layer.output(), linear.order());
  }

  private Given rescaled(String name, Given read, Rescaling rescaling) {
    boolean isShifted = rescaling.offset() != 0;
    String scale = isShifted ? name + "_scale" : name;
    Map<String, Object> scaling = ClassName.object(GRAPH + "ScaleVertex");
    scaling.put("scaleFactor", rescaling.scale());
    configuration.vertex(scale, scaling, List.of(read.name()));
    if (isShifted) {
      Map<String, Object> shifting = ClassName.object(GRAPH + "ShiftVertex");
      shifting.put("shiftFactor", rescaling.offset());
      configuration.vertex(name, shifting, List.of(scale));
    }
    return new Given(name, read.shape(), read.order());
  }

  private Given flattened(PlacedLayer layer, Given read) {
    if (read.shape().rank() == 1) {
      return read;
    }
    configuration.preprocessor(
        layer.name(), preprocessor("CnnToFeedForwardPreProcessor", read.shape()), read.name());
    return new Given(layer.name(), layer.output(), Layout.flattened(read.shape(), Layout.NCHW));
  }

  private Given reshaped(PlacedLayer layer, Given read) {
    Shape target = layer.output();
    if (target.equals(read.shape())) {
      return read;
    }
    if (target.rank() == 1) {
      return flattened(layer, read);
    }
    int[] needed =
        Layout.flattened(target, Layout.NCHW).orElseGet(() -> Arrangement.run(0, target.size()));
    if (read.shape().rank() != 1 || !Arrays.equals(needed, read.flatOrder())) {
      throw new IllegalArgumentException(
          "Deeplearning4j has no layer that puts values of shape %s into the shape %s in this order"
              .formatted(read.shape(), target));
    }
    configuration.preprocessor(
        layer.name(), preprocessor("FeedForwardToCnnPreProcessor", target), read.name());
    return new Given(layer.name(), target, Optional.empty());
  }

  private static Map<String, Object> preprocessor(String type, Shape image) {
    Map<String, Object> preprocessor = ClassName.object(PREPROCESSORS + type);
    if (type.startsWith("Cnn")) {
      preprocessor.put("format", Layout.NCHW);
    }
    preprocessor.put("inputHeight", image.height());
    preprocessor.put("inputWidth", image.width());
    preprocessor.put("numChannels", image.channels());
    return preprocessor;
  }

  private static Map<String, Object> elementWise(String operation) {
    Map<String, Object> vertex = ClassName.object(GRAPH + "ElementWiseVertex");
    vertex.put("op", operation);
    return vertex;
  }

  private Given merged(PlacedLayer layer, MergeSpec merge, List<Given> reads) {
    Optional<int[]> order = reads.stream().allMatch(read -> read.order().isEmpty())
        ? Optional.empty()
        : Optional.of(Arrangement.joined(reads.stream().map(Given::flatOrder).toList()));
    if (order.isPresent() && !(merge instanceof Concatenate)) {
      throw new IllegalArgumentException(
          "values of flattened images have another order there, and cannot be merged");
    }
    Map<String, Object> vertex;
    if (merge instanceof Concatenate) {
      vertex = ClassName.object(GRAPH + "MergeVertex");
      vertex.put("mergeAxis", 1);
    } else if (merge instanceof Add) {
      vertex = elementWise("Add");
    } else if (merge instanceof Multiply) {
      vertex = elementWise("Product");
    } else if (merge instanceof Average) {
      vertex = elementWise("Average");
    } else if (merge instanceof Maximum) {
      vertex = elementWise("Max");
    } else {
      throw new IllegalArgumentException("Deeplearning4j has no vertex for it");
    }
    configuration.vertex(layer.name(), vertex, reads.stream().map(Given::name).toList());
    return new Given(layer.name(), layer.output(), order);
  }
}

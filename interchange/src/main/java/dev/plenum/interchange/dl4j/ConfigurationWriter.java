package dev.plenum.interchange.dl4j;

import dev.plenum.persistence.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts layers and vertices together: to a MultiLayerNetwork where they are in a line, else to a graph. */
final class ConfigurationWriter {
  /** The name of the input. */
  static final String INPUT = "images";

  private static final String GRAPH = "org.deeplearning4j.nn.conf.graph.";

  private enum Kind {
    LAYER,
    PREPROCESSOR,
    VERTEX
  }

  private record Written(Kind kind, String name, Map<String, Object> content, List<String> reads) {}

  private final List<Written> all = new ArrayList<>();

  /** Adds a layer. */
  void layer(String name, Map<String, Object> content, String reads) {
    all.add(new Written(Kind.LAYER, name, content, List.of(reads)));
  }

  /** Adds what brings values into another shape. */
  void preprocessor(String name, Map<String, Object> content, String reads) {
    all.add(new Written(Kind.PREPROCESSOR, name, content, List.of(reads)));
  }

  /** Adds a vertex that is no layer. */
  void vertex(String name, Map<String, Object> content, List<String> reads) {
    all.add(new Written(Kind.VERTEX, name, content, reads));
  }

  /** The description. */
  JsonObject json() {
    return JsonObject.of(isLine() ? line() : graph());
  }

  private boolean isLine() {
    String before = INPUT;
    Kind kind = Kind.LAYER;
    for (Written written : all) {
      boolean follows = written.reads.equals(List.of(before));
      boolean isTwice = kind == Kind.PREPROCESSOR && written.kind == Kind.PREPROCESSOR;
      if (!follows || isTwice || written.kind == Kind.VERTEX) {
        return false;
      }
      before = written.name;
      kind = written.kind;
    }
    return true;
  }

  private Map<String, Object> line() {
    List<Object> confs = new ArrayList<>();
    Map<String, Object> preprocessors = new LinkedHashMap<>();
    for (Written written : all) {
      if (written.kind == Kind.PREPROCESSOR) {
        preprocessors.put(String.valueOf(confs.size()), written.content);
      } else {
        confs.add(conf(written.content));
      }
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("confs", confs); // before the counters, which Deeplearning4j puts into each of them
    putCommon(root);
    root.put("inputPreProcessors", preprocessors);
    return root;
  }

  private Map<String, Object> graph() {
    Map<String, Object> vertices = new LinkedHashMap<>();
    Map<String, Object> inputs = new LinkedHashMap<>();
    List<Object> order = new ArrayList<>(List.of(0));
    List<Object> names = new ArrayList<>(List.of(INPUT));
    for (Written written : all) {
      vertices.put(written.name, vertex(written));
      inputs.put(written.name, written.reads);
      order.add(order.size());
      names.add(written.name);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    putCommon(root);
    root.put("defaultConfiguration", conf(null));
    root.put("networkInputs", List.of(INPUT));
    root.put("networkOutputs", List.of(names.get(names.size() - 1)));
    root.put("topologicalOrder", order);
    root.put("topologicalOrderStr", names);
    root.put("vertexInputs", inputs);
    root.put("vertices", vertices);
    return root;
  }

  private static Map<String, Object> vertex(Written written) {
    switch (written.kind) {
      case LAYER -> {
        Map<String, Object> vertex = ClassName.object(GRAPH + "LayerVertex");
        vertex.put("layerConf", conf(written.content));
        vertex.put("outputVertex", false);
        return vertex;
      }
      case PREPROCESSOR -> {
        Map<String, Object> vertex = ClassName.object(GRAPH + "PreprocessorVertex");
        vertex.put("preProcessor", written.content);
        return vertex;
      }
      default -> {
        return written.content;
      }
    }
  }

  private static void putCommon(Map<String, Object> root) {
    root.put("backpropType", "Standard");
    root.put("cacheMode", "NONE");
    root.put("dataType", "FLOAT");
    root.put("epochCount", 0);
    root.put("inferenceWorkspaceMode", "ENABLED");
    root.put("iterationCount", 0);
    root.put("tbpttBackLength", 20);
    root.put("tbpttFwdLength", 20);
    root.put("trainingWorkspaceMode", "ENABLED");
    root.put("validateOutputLayerConfig", true);
  }

  private static Map<String, Object> conf(@Nullable Map<String, Object> layer) {
    Map<String, Object> conf = new LinkedHashMap<>();
    conf.put("cacheMode", "NONE");
    conf.put("dataType", "FLOAT");
    conf.put("epochCount", 0);
    conf.put("iterationCount", 0);
    if (layer != null) {
      conf.put("layer", layer);
    }
    conf.put("maxNumLineSearchIterations", 5);
    conf.put("miniBatch", true);
    conf.put("minimize", true);
    conf.put("optimizationAlgo", "STOCHASTIC_GRADIENT_DESCENT");
    conf.put("seed", 1);
    conf.put("variables", layer == null ? List.of() : NormalizationWriter.variables(layer));
    return conf;
  }
}

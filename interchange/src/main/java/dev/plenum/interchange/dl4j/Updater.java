package dev.plenum.interchange.dl4j;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.spi.StoredParameter;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.imported.ImportedModel.ImportedOptimizer;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The optimizer, where all layers have one and the same, whose formula is ours: Adam, Nesterovs, Sgd. Its
 * state is a vector of blocks. A block has the first slot of all its parameters, then the second; it ends
 * where a parameter has no updater, as the statistics of a batch normalisation.
 */
final class Updater {
  private final Configuration configuration;
  private final Network network;
  private final List<Integer> parts;
  private final Parameters parameters;

  /**
   * Of a network that was read.
   *
   * @param parts its parts, in the order of its layers
   * @param parameters which part took which parameters
   */
  Updater(
      Configuration configuration, Network network, List<Integer> parts, Parameters parameters) {
    this.configuration = configuration;
    this.network = network;
    this.parts = parts;
    this.parameters = parameters;
  }

  /**
   * Reads it.
   *
   * @param state the vector; empty if the file has none
   * @return nothing if training here could not go on as it would there
   */
  Optional<ImportedOptimizer> read(float[] state) {
    if (!network.frozen().isEmpty()) {
      return Optional.empty();
    }
    return spec()
        .flatMap(spec -> slots(spec, state)
            .map(slots -> new ImportedOptimizer(
                spec, new OptimizerState(configuration.iterations(), spec.learningRate(), slots))));
  }

  private Optional<OptimizerSpec> spec() {
    List<JsonValue> layers = configuration.vertices().stream()
        .filter(vertex -> vertex.isLayer() && vertex.inner().whole("nin", 0) > 0)
        .map(Vertex::inner)
        .toList();
    Set<String> all = layers.stream()
        .map(layer -> layer.optional("iupdater").map(JsonValue::toString).orElse("null"))
        .collect(Collectors.toSet());
    boolean hasOthers = layers.stream()
        .anyMatch(
            layer -> layer.optional("biasUpdater").filter(own -> !own.isNull()).isPresent());
    if (all.size() != 1 || hasOthers || all.contains("null")) {
      return Optional.empty();
    }
    JsonValue updater = layers.get(0).required("iupdater");
    try {
      return Optional.of(updater.make(() -> Updaters.read(updater)));
    } catch (InvalidJsonException e) { // a schedule of the rate, or an updater that is not ours
      return Optional.empty();
    }
  }

  /** The slots by the names that they have here; nothing if the vector has not as many values. */
  private Optional<NamedTensors> slots(OptimizerSpec spec, float[] state) {
    List<String> names = spec.slots();
    List<float[]> vectors = new ArrayList<>();
    for (int slot = 0; slot < names.size(); slot++) {
      vectors.add(new float[parameters.taken()]);
    }
    int read = 0;
    for (int[] block : blocks()) {
      for (float[] vector : vectors) {
        if (block[1] > state.length - read) {
          return Optional.empty();
        }
        System.arraycopy(state, read, vector, block[0], block[1]);
        read += block[1];
      }
    }
    if (read != state.length) {
      return Optional.empty();
    }
    Map<String, Tensor> slots = new LinkedHashMap<>();
    for (StoredParameter parameter : StoredParameter.of(network, spec)) {
      for (String name : parameter.slots()) {
        float[] vector = vectors.get(names.indexOf(name));
        slots.put(parameter.slotName(name), tensor(parameter, vector));
      }
    }
    return Optional.of(new NamedTensors(slots));
  }

  private Tensor tensor(StoredParameter parameter, float[] vector) {
    PlacedLayer layer = parameter.layer();
    Parameters.Taken own = parameters.of(parts.get(layer.index())).orElseThrow();
    int array = layer.parameters().indexOf(parameter.spec());
    return new Tensor(
        parameter.spec().shape(), own.arrangement().arrays(vector, own.first()).get(array));
  }

  /** Place and length of each run of parameters that are trained, in the vector of all parameters. */
  private List<int[]> blocks() {
    List<int[]> blocks = new ArrayList<>();
    int end = -1;
    for (PlacedLayer layer : network.placedLayers().stream()
        .filter(layer -> !layer.parameters().isEmpty())
        .sorted(Comparator.comparingInt(
            layer -> parameters.of(parts.get(layer.index())).orElseThrow().first()))
        .toList()) {
      int first = parameters.of(parts.get(layer.index())).orElseThrow().first();
      int trained = (int) layer.trainableCount();
      if (trained > 0 && end == first) {
        blocks.get(blocks.size() - 1)[1] += trained;
      } else if (trained > 0) {
        blocks.add(new int[] {first, trained});
      }
      end = layer.parameterCount() == trained ? first + trained : -1;
    }
    return blocks;
  }
}

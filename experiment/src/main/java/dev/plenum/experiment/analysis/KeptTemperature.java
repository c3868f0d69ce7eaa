package dev.plenum.experiment.analysis;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Graph.Node;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Models with a temperature, kept where nothing can overlook it: the weights of the last Dense layer are
 * divided by it, or, where a network ends in something else, a Rescaling layer comes before the softmax. So
 * whatever reads the model, or an export of it, gives the calibrated probabilities.
 */
public final class KeptTemperature {
  private KeptTemperature() {}

  /**
   * Writes a model or committee again, with a temperature in each of its networks.
   *
   * @param from the file
   * @param to another file, which is written atomically
   * @param temperature what each network's outputs before its softmax are divided by
   * @throws IOException if the one cannot be read or the other not be written
   */
  public static void write(Path from, Path to, Temperature temperature) throws IOException {
    if (CommitteeFile.isCommittee(from)) {
      SavedCommittee committee = CommitteeFile.read(from);
      List<SavedMember> members = committee.members().stream()
          .map(member ->
              new SavedMember(in(member.model(), temperature), member.seed(), member.backend()))
          .toList();
      CommitteeFile.write(to, new SavedCommittee(committee.combination(), members));
    } else {
      ModelFile.write(to, in(ModelFile.read(from), temperature));
    }
  }

  /**
   * {@return the model with a temperature; its provenance says so}
   *
   * @param model the model, which stays as it is
   * @param temperature what its outputs before its softmax are divided by
   */
  public static SavedModel in(SavedModel model, Temperature temperature) {
    double value = temperature.value();
    Network network = model.network();
    NamedTensors weights = model.weights();
    List<PlacedLayer> layers = network.placedLayers();
    PlacedLayer last = layers.get(layers.size() - 1);
    PlacedLayer scores = last.spec() instanceof ActivationLayer && last.index() > 0
        ? layers.get(last.reads().get(0))
        : last;
    if (isLinearDense(scores, last)) {
      weights = divided(weights, scores, value);
    } else {
      network = rescaled(network, last, value);
    }
    return new SavedModel(
        network,
        model.optimizer(),
        weights,
        model.optimizerState(),
        model.preprocessing(),
        model.classNames(),
        model
            .provenance()
            .with("temperature", value)
            .with("temperatureImages", temperature.images()));
  }

  /** The layer that ends the network, or one before the softmax without a function of its own. */
  private static boolean isLinearDense(PlacedLayer scores, PlacedLayer last) {
    return scores.spec() instanceof Dense dense
        && (scores.equals(last) || dense.activation() == Activation.LINEAR);
  }

  private static NamedTensors divided(NamedTensors weights, PlacedLayer layer, double by) {
    Map<String, Tensor> changed = new LinkedHashMap<>(weights.byName());
    layer.parameters().stream().map(layer::parameterName).forEach(name -> {
      Tensor tensor = weights.get(name);
      float[] values = tensor.toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] / by);
      }
      changed.put(name, new Tensor(tensor.shape(), values));
    });
    return new NamedTensors(changed);
  }

  /** With a layer before the softmax, which is the last. */
  private static Network rescaled(Network network, PlacedLayer softmax, double by) {
    List<Node> nodes = new ArrayList<>();
    List<PlacedLayer> layers = network.placedLayers();
    layers
        .subList(0, softmax.index())
        .forEach(layer -> nodes.add(new Node(layer.spec(), layer.reads())));
    nodes.add(new Node(new Rescaling(1 / by, 0), softmax.reads()));
    nodes.add(new Node(softmax.spec(), List.of(nodes.size() - 1)));
    return new Graph(network.input(), nodes, network.frozen());
  }
}

package dev.plenum.experiment;

import dev.plenum.api.provenance.Described;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trained weights that another training starts from.
 *
 * @param source what they were taken from, for the record: a file's name, with the digest of its weights
 * @param weights by name; arrays of the new network that are missing here start from its seed
 */
public record StartWeights(String source, NamedTensors weights) implements Described {

  /**
   * {@return these weights, and the others where these have none}
   *
   * @param others all weights of the new network, as they are from its seed
   */
  public NamedTensors over(NamedTensors others) {
    Map<String, Tensor> all = new LinkedHashMap<>(others.byName());
    all.putAll(weights.byName());
    return new NamedTensors(all);
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named("weights", "source", source, "sha256", weights.sha256());
  }
}

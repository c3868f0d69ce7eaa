package dev.plenum.serve;

import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All models of a server, by name, in the order in which they were given. */
final class HostedModels implements AutoCloseable {
  private final Map<String, HostedModel> models = new LinkedHashMap<>();

  /**
   * Reads all of them, or none.
   *
   * @throws IllegalArgumentException if two have one name
   */
  static HostedModels open(List<ModelSource> sources) throws IOException {
    HostedModels all = new HostedModels();
    try {
      for (ModelSource source : sources) {
        if (all.models.containsKey(source.name())) {
          throw new IllegalArgumentException(
              "two models have the name '%s'; give each a name of its own"
                  .formatted(source.name()));
        }
        all.models.put(source.name(), HostedModel.open(source));
      }
      return all;
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  HostedModel get(String name) throws ProblemException {
    HostedModel model = models.get(name);
    if (model == null) {
      throw new Problem(
              404,
              "There is no such model",
              "the name '" + name + "'",
              "use one of " + String.join(", ", models.keySet()))
          .exception();
    }
    return model;
  }

  Collection<HostedModel> all() {
    return models.values();
  }

  void reloadChanged() {
    models.values().forEach(HostedModel::reloadIfChanged);
  }

  @Override
  public void close() {
    models.values().forEach(HostedModel::close);
  }
}

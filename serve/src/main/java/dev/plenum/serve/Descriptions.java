package dev.plenum.serve;

import dev.plenum.api.network.Shape;
import dev.plenum.predictor.ServedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients are told of models, as JSON. */
final class Descriptions {
  private Descriptions() {}

  static Map<String, Object> of(HostedModels models) {
    List<Map<String, Object>> all = models.all().stream().map(Descriptions::of).toList();
    return Map.of("models", all);
  }

  static Map<String, Object> of(HostedModel hosted) {
    ServedModel model = hosted.predictor().model();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", hosted.name());
    json.put("classes", model.classNames());
    json.put("input", input(model.pictureShape()));
    json.put("inverted", hosted.isInverted());
    json.put("members", model.members());
    model.combination().ifPresent(name -> json.put("combination", name));
    json.put("weights", model.weights());
    model.datasetName().ifPresent(name -> json.put("dataset", name));
    json.put("backend", model.backend());
    json.put("sha256", hosted.loaded().sha256());
    json.put("loaded", hosted.loaded().at().toString());
    return json;
  }

  private static Map<String, Integer> input(Shape shape) {
    Map<String, Integer> json = new LinkedHashMap<>();
    json.put("height", shape.height());
    json.put("width", shape.width());
    json.put("channels", shape.channels());
    return json;
  }
}

package dev.plenum.interchange.export;

import dev.plenum.ensemble.Combination;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.OnnxModel;
import dev.plenum.persistence.AtomicFiles.Content;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.SavedModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A classifier as ONNX, with what is needed to use it and to know it again in the metadata. */
public final class OnnxExport implements ExportFormat {
  /** Made by the ServiceLoader. */
  public OnnxExport() {}

  @Override
  public String ending() {
    return ".onnx";
  }

  @Override
  public boolean hasLayout() {
    return true;
  }

  @Override
  public Content content(Exported exported) {
    OnnxModel model = inLayout(model(exported), exported).metadata(metadata(exported));
    return out -> model.writeTo(out, exported.plenumVersion());
  }

  private static OnnxModel inLayout(OnnxModel model, Exported exported) {
    OnnxModel arranged = model.layout(exported.layout());
    return exported.batch().map(arranged::batch).orElse(arranged);
  }

  private static OnnxModel model(Exported exported) {
    List<TrainedNetwork> networks = exported.models().stream()
        .map(model -> new TrainedNetwork(model.network(), model.weights()))
        .toList();
    try {
      OnnxModel model = exported
          .combination()
          .map(combination -> committee(networks, combination))
          .orElseGet(() -> OnnxModel.of(networks.get(0)));
      return exported
          .first()
          .preprocessing()
          .normalisation()
          .map(model::normalisation)
          .orElse(model);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("this cannot be exported to ONNX: " + e.getMessage(), e);
    }
  }

  private static OnnxModel committee(List<TrainedNetwork> networks, Combination combination) {
    return switch (combination.name()) {
      case "average" ->
        OnnxModel.weightedAverage(networks, Collections.nCopies(networks.size(), 1.0));
      case "weighted" -> OnnxModel.weightedAverage(networks, combination.weights());
      case "geometric" -> OnnxModel.geometricMean(networks);
      case "vote" -> OnnxModel.majorityVote(networks);
      default ->
        throw new IllegalArgumentException(
            "it has no counterpart of the combination '%s'".formatted(combination.name()));
    };
  }

  /** Texts, as ONNX has it; lists and objects as JSON. */
  private static Map<String, String> metadata(Exported exported) {
    SavedModel first = exported.first();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("class_names", JsonObject.line(first.classNames()));
    metadata.put(
        "preprocessing", first.preprocessing().withoutNormalisation().toJson().toLine());
    first
        .preprocessing()
        .normalisation()
        .ifPresent(own -> metadata.put("normalization", own.parameters().toLine()));
    metadata.put("input_layout", exported.layout().name().toLowerCase(Locale.ROOT));
    metadata.put(
        "weights_sha256",
        exported.models().stream()
            .map(model -> model.weights().sha256())
            .collect(Collectors.joining(" ")));
    exported.combination().ifPresent(combination -> metadata.put("combine", combination.name()));
    if (exported.combination().isEmpty()) {
      metadata.put("provenance", first.provenance().toLine());
    }
    return metadata;
  }
}

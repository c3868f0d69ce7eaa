package dev.plenum.interchange.export;

import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.AtomicFiles.Content;
import dev.plenum.persistence.NetworkJson;
import dev.plenum.persistence.Safetensors;
import dev.plenum.persistence.SavedModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The weights alone: {@code conv2d/kernel} …; a committee's as {@code
 * members/1/conv2d/kernel} …; the normalisation's statistics as {@code preprocessing/featurewise/mean} ….
 */
public final class SafetensorsExport implements ExportFormat {
  /** Made by the ServiceLoader. */
  public SafetensorsExport() {}

  @Override
  public String ending() {
    return ".safetensors";
  }

  @Override
  public Content content(Exported exported) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("plenum_version", exported.plenumVersion());
    for (int i = 0; i < exported.models().size(); i++) {
      SavedModel model = exported.models().get(i);
      String prefix =
          exported.combination().isEmpty() ? "" : String.format(Locale.ROOT, "members/%d/", i + 1);
      metadata.put(prefix + "network", NetworkJson.write(model.network()));
      metadata.put(prefix + "preprocessing", model.preprocessing().toJson().toLine());
      model
          .preprocessing()
          .normalisation()
          .ifPresent(own -> own.statistics()
              .byName()
              .forEach((name, tensor) -> tensors.put(prefix + "preprocessing/" + name, tensor)));
      model.weights().byName().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
    }
    return new Safetensors(new NamedTensors(tensors), metadata)::writeTo;
  }
}

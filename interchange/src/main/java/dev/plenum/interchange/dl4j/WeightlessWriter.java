package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.List;
import java.util.Map;

/** Describes layers without weights as Deeplearning4j does. */
final class WeightlessWriter {
  private final LayerContents contents;

  WeightlessWriter(LayerContents contents) {
    this.contents = contents;
  }

  /**
   * Describes a layer.
   *
   * @throws IllegalArgumentException if Deeplearning4j has none that computes the same
   */
  Map<String, Object> write(PlacedLayer layer) {
    Operation spec = layer.spec();
    String name = layer.name();
    if (spec instanceof MaxPool2D pool) {
      return pooling(name, "MAX", pool.window());
    }
    if (spec instanceof AveragePooling2D pool) {
      return pooling(name, "AVG", pool.window());
    }
    if (spec instanceof GlobalMaxPooling2D pool) {
      return globalPooling(name, "MAX", pool.keepDims());
    }
    if (spec instanceof GlobalAveragePooling2D pool) {
      return globalPooling(name, "AVG", pool.keepDims());
    }
    if (spec instanceof Dropout dropout) {
      return dropout(name, "Dropout", dropout.rate());
    }
    if (spec instanceof SpatialDropout2D dropout) {
      return dropout(name, "SpatialDropout", dropout.rate());
    }
    if (spec instanceof ZeroPadding2D padding) {
      return margins("ZeroPaddingLayer", name, "padding", padding.margins());
    }
    if (spec instanceof Cropping2D cropping) {
      return margins("convolutional.Cropping2D", name, "cropping", cropping.margins());
    }
    throw new IllegalArgumentException("Deeplearning4j has no layer for it");
  }

  private static Map<String, Object> pooling(String name, String type, Window window) {
    Map<String, Object> content = LayerContents.named("SubsamplingLayer", name);
    Windows.write(window, content);
    content.put("avgPoolIncludePadInDivisor", false);
    content.put("cnn2dDataFormat", Layout.NCHW);
    content.put("cudnnAllowFallback", true);
    content.put("eps", 1e-8);
    content.put("poolingType", type);
    return content;
  }

  private static Map<String, Object> globalPooling(String name, String type, boolean keepDims) {
    Map<String, Object> content = LayerContents.named("GlobalPoolingLayer", name);
    content.put("collapseDimensions", !keepDims);
    content.put("pnorm", 2);
    content.put("poolingType", type);
    return content;
  }

  private Map<String, Object> dropout(String name, String type, double rate) {
    Map<String, Object> dropout = ClassName.object("org.deeplearning4j.nn.conf.dropout." + type);
    dropout.put("p", TrainingOnly.complement(rate));
    Map<String, Object> content =
        contents.trained("DropoutLayer", name, new ElementwiseFunction.Identity());
    content.put("idropout", dropout);
    content.put("nin", 0);
    content.put("nout", 0);
    return content;
  }

  private static Map<String, Object> margins(
      String type, String name, String key, Margins margins) {
    Map<String, Object> content = LayerContents.named(type, name);
    content.put("dataFormat", Layout.NCHW);
    content.put(key, List.of(margins.top(), margins.bottom(), margins.left(), margins.right()));
    return content;
  }
}

package dev.plenum.interchange.onnx;

import dev.plenum.api.network.Shape;
import java.util.List;

/** In which order a model takes the values of images. */
public enum ImageLayout {
  /** (n, height, width, channels), as {@link dev.plenum.api.Classifier#predict} takes them. */
  NHWC,
  /** (n, channels, height, width), as OpenCV's {@code blobFromImage} makes them. */
  NCHW;

  /** The dimensions of an image of a shape (height, width, channels). */
  List<Integer> dimensions(Shape image) {
    return switch (this) {
      case NHWC -> image.dimensions();
      case NCHW -> List.of(image.channels(), image.height(), image.width());
    };
  }
}

package dev.plenum.api.network;

import java.util.List;

/**
 * What a layer is, apart from any network: immutable, and valid once made. A layer's place in a
 * network gives it a name and shapes, see {@link PlacedLayer}. It reads one value, so it fits a {@link
 * Sequential} as well as a {@link Graph}.
 */
public sealed interface LayerSpec extends Operation
    permits Conv2D,
        DepthwiseConv2D,
        SeparableConv2D,
        Dense,
        BatchNormalization,
        ElementwiseSpec,
        MaxPool2D,
        AveragePooling2D,
        GlobalAveragePooling2D,
        GlobalMaxPooling2D,
        Dropout,
        SpatialDropout2D,
        Flatten,
        Reshape,
        ZeroPadding2D,
        Cropping2D,
        Rescaling,
        Normalization {

  /**
   * {@return the shape of the layer's output}
   *
   * @param input the shape of one sample that comes in
   * @throws InvalidNetworkException if the layer cannot take such an input; the message has the
   *     shape that it needs and the one found
   */
  Shape outputShape(Shape input);

  /**
   * {@return the layer's arrays for an input of that shape, kernel before bias, trained before state} None
   * unless overridden.
   *
   * @param input the shape of one sample that comes in
   */
  default List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }
}

package dev.plenum.api;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;

/** A layer of a live model. */
public interface Layer {

  /** {@return what it is and where it stands} */
  PlacedLayer placement();

  /** {@return its trainable arrays as they are now, in Keras's layouts; none for most kinds of layer} */
  NamedTensors weights();

  /** {@return its name, unique in the model: {@code conv2d_1}} */
  default String name() {
    return placement().name();
  }

  /** {@return the shape of one sample of its output} */
  default Shape outputShape() {
    return placement().output();
  }

  /** {@return the number of its trainable values} */
  default long parameterCount() {
    return placement().parameterCount();
  }
}

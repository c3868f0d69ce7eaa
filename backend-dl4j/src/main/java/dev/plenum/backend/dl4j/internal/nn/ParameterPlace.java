package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Shape;
import dev.plenum.api.spi.StoredParameter;
import dev.plenum.api.tensor.Tensor;
import java.util.List;

/**
 * Where one of our parameters lies in Deeplearning4j's flat array of them all, and how: in its own
 * layout, whose steps are given in the order of Keras's axes.
 *
 * @param offset of its first value
 * @param strides from one value to the next, along each axis of our shape
 */
record ParameterPlace(StoredParameter parameter, int offset, List<Long> strides) {

  /** Copies the list. */
  ParameterPlace {
    strides = List.copyOf(strides);
  }

  /** Copies a value from our position to theirs, or the other way. */
  private interface Copy {
    void between(int ours, int theirs);
  }

  Shape shape() {
    return parameter.spec().shape();
  }

  int length() {
    return shape().size();
  }

  /** The parameter's values, of an array laid out as the parameters' in which it begins there. */
  Tensor read(float[] all, int start) {
    float[] values = new float[length()];
    forEach((ours, theirs) -> values[ours] = all[start + theirs]);
    return new Tensor(shape(), values);
  }

  /** Writes them there. */
  void write(Tensor tensor, float[] all, int start) {
    float[] values = tensor.toArray();
    forEach((ours, theirs) -> all[start + theirs] = values[ours]);
  }

  private void forEach(Copy copy) {
    int[] sizes = shape().dimensions().stream().mapToInt(d -> d).toArray();
    int[] steps = strides.stream().mapToInt(Math::toIntExact).toArray();
    int[] index = new int[sizes.length];
    int theirs = 0;
    for (int ours = 0; ours < length(); ours++) {
      copy.between(ours, theirs);
      for (int axis = index.length - 1; axis >= 0; axis--) {
        theirs += steps[axis];
        if (++index[axis] < sizes[axis]) {
          break;
        }
        theirs -= index[axis] * steps[axis];
        index[axis] = 0;
      }
    }
  }
}

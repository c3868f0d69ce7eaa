package dev.plenum.tck.reference;

import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What a layer computes of each image by itself, forward: the way back follows from it.
 *
 * @param <L> the kind of layer
 */
@FunctionalInterface
interface Formula<L> {

  /** The output, in h, w, c order. */
  List<Term> of(L layer, Input input);

  /**
   * What a formula is given.
   *
   * @param shape of the image
   * @param image its elements, in h, w, c order
   * @param arrays the layer's, by name ({@code kernel}), each in Keras's layout; its bias is none of them,
   *     and added afterwards
   */
  record Input(Shape shape, List<Term> image, Map<String, List<Term>> arrays) {

    /** The layer's array of a name. */
    List<Term> array(String name) {
      return Objects.requireNonNull(arrays.get(name), () -> "the layer has no array " + name);
    }

    /** Each element changed by itself, with the number of its channel. */
    List<Term> each(BiFunction<Term, Integer, Term> change) {
      return IntStream.range(0, image.size())
          .mapToObj(i -> change.apply(image.get(i), i % shape.lastDimension()))
          .toList();
    }

    /** The channels of the pixel that an element belongs to. */
    List<Term> pixelOf(int element) {
      int channels = shape.lastDimension();
      int start = element / channels * channels;
      return image.subList(start, start + channels);
    }
  }
}

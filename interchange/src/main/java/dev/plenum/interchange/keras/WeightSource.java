package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.InvalidModelFileException;
import java.util.List;
import java.util.stream.Stream;

/** Where a model's weights are. */
interface WeightSource {

  /**
   * A layer as its file knows it.
   *
   * @param names what it is called in Keras, behind the models that it is in, the outermost one first;
   *     the file's own model is not among them
   * @param storeNames the same by the names that {@link StoreNames} gives
   */
  record Place(List<String> names, List<String> storeNames) {
    /** A layer in this one, which is a model. */
    Place inside(String name, String storeName) {
      return new Place(with(names, name), with(storeNames, storeName));
    }

    private static List<String> with(List<String> list, String last) {
      return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** What it is called in messages. */
    String name() {
      return String.join("/", names);
    }
  }

  /**
   * A layer's first arrays, in Keras's order: trained ones before others.
   *
   * @param shapes the arrays' shapes
   * @param count how many arrays the layer has; at least as many as there are shapes
   * @throws InvalidModelFileException if it has not so many, or they have other shapes
   */
  List<Tensor> read(Place layer, List<Shape> shapes, int count) throws InvalidModelFileException;
}

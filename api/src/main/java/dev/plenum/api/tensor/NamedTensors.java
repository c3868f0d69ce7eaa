package dev.plenum.api.tensor;

import dev.plenum.api.network.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tensors by name, in a fixed order: a model's weights ({@code conv2d/kernel}, in layer order) or an
 * optimizer's slots ({@code conv2d/kernel/m}).
 *
 * @param byName the tensors
 */
public record NamedTensors(Map<String, Tensor> byName) {

  /**
   * Copies the map, keeping its order.
   *
   * @param byName the tensors, in the order that they shall have
   */
  public NamedTensors {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** {@return no tensors} */
  public static NamedTensors empty() {
    return new NamedTensors(Map.of());
  }

  /** {@return the names in order} */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * {@return the tensor of that name}
   *
   * @param name as in {@link #names}: {@code conv2d/kernel}
   * @throws IllegalArgumentException if there is none; the message lists the names there are
   */
  public Tensor get(String name) {
    Tensor tensor = byName.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "there is no tensor '" + name + "'; there are: " + byName.keySet());
    }
    return tensor;
  }

  /**
   * Checks that these are tensors of the same names and shapes as others.
   *
   * @param expected tensors that have the right names, in any order, and the right shapes
   * @param what what they are, for the message: {@code weights}
   * @throws IllegalArgumentException if a name is missing or unknown, or a shape differs
   */
  public void requireSameStructure(NamedTensors expected, String what) {
    if (!byName.keySet().equals(expected.byName.keySet())) {
      throw new IllegalArgumentException(
          "%s do not fit: expected %s, found %s".formatted(what, expected.names(), names()));
    }
    expected.byName.forEach((name, tensor) -> {
      if (!get(name).shape().equals(tensor.shape())) {
        throw new IllegalArgumentException("%s do not fit: '%s' must have the shape %s, found %s"
            .formatted(what, name, tensor.shape(), get(name).shape()));
      }
    });
  }

  /**
   * Checks that all values are finite.
   *
   * @throws NonFiniteException if one is NaN or infinite; the message names the first tensor that has
   *     such values, how many, and where the first is
   */
  public void requireFinite() {
    byName.forEach((name, tensor) -> {
      int[] broken = IntStream.range(0, tensor.shape().size())
          .filter(i -> !Float.isFinite(tensor.get(i)))
          .toArray();
      if (broken.length > 0) {
        throw new NonFiniteException(String.format(
            Locale.ROOT,
            "%s has values that are NaN or infinite, %d of %d, the first %s at %s: a training that diverged leaves such weights",
            name,
            broken.length,
            tensor.shape().size(),
            tensor.get(broken[0]),
            position(tensor.shape(), broken[0])));
      }
    });
  }

  /** The indices of an element: {@code [0, 2, 0, 1]}. */
  private static List<Integer> position(Shape shape, int element) {
    Integer[] position = new Integer[shape.rank()];
    int rest = element;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      position[axis] = rest % shape.dimensions().get(axis);
      rest /= shape.dimensions().get(axis);
    }
    return List.of(position);
  }

  /**
   * {@return the SHA-256 over all values in order, as little-endian float32, in hexadecimal digits} Two
   * models that agree in it agree in every bit.
   */
  public String sha256() {
    MessageDigest digest = newDigest();
    for (Tensor tensor : byName.values()) {
      ByteBuffer bytes =
          ByteBuffer.allocate(4 * tensor.shape().size()).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(tensor.toArray());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

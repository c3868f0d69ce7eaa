package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Kernel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a layer's kernels begin and what they are held to, where that is not as usual. */
final class KernelJson {
  private static final String BIAS = "use_bias";
  private static final String INITIALIZER = "_initializer";
  private static final String REGULARIZER = "_regularizer";

  /** What Keras calls the layer's kernels; if there are several, they are all alike here. */
  private final List<String> kernels;

  KernelJson(String... kernels) {
    this.kernels = List.of(kernels);
  }

  /** The settings' names. */
  List<String> keys() {
    return Stream.concat(Stream.of(BIAS), Stream.concat(keys(INITIALIZER), keys(REGULARIZER)))
        .toList();
  }

  private Stream<String> keys(String what) {
    return kernels.stream().map(kernel -> kernel + what);
  }

  Kernel read(JsonValue layer) {
    return new Kernel(
        alike(layer, INITIALIZER, InitializerJson::read, Kernel.DEFAULT.initializer()),
        alike(layer, REGULARIZER, RegularizerJson::read, Kernel.DEFAULT.regularizer()),
        layer.flag(BIAS, true));
  }

  private <T> T alike(JsonValue layer, String what, Function<JsonValue, T> reader, T otherwise) {
    List<T> values = keys(what)
        .map(key -> layer.optional(key).map(reader).orElse(otherwise))
        .distinct()
        .toList();
    if (values.size() > 1) {
      throw layer.error(String.join(" and ", keys(what).toList()) + " must be the same");
    }
    return values.get(0);
  }

  void put(ObjectNode node, Kernel kernel) {
    if (!kernel.bias()) {
      node.put(BIAS, false);
    }
    if (!kernel.initializer().equals(Kernel.DEFAULT.initializer())) {
      keys(INITIALIZER).forEach(key -> node.set(key, InitializerJson.node(kernel.initializer())));
    }
    if (!kernel.regularizer().equals(Kernel.DEFAULT.regularizer())) {
      keys(REGULARIZER).forEach(key -> node.set(key, RegularizerJson.node(kernel.regularizer())));
    }
  }
}

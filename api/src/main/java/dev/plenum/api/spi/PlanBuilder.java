package dev.plenum.api.spi;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.spi.Plan.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a network apart into the steps of a {@link Plan}. */
final class PlanBuilder {
  private final Network network;
  private final List<PlacedLayer> layers;
  private final List<Plan.Step> steps = new ArrayList<>();
  /** For each layer's output that is still to be read: a value for each reader to come. */
  private final Map<Integer, Deque<Value>> unread = new HashMap<>();

  private int values;

  PlanBuilder(Network network) {
    this.network = network;
    layers = network.placedLayers();
  }

  Plan build() {
    Value images = newValue(network.input(), false);
    Value last = offer(PlacedLayer.IMAGES, images);
    for (PlacedLayer layer : layers) {
      List<Value> reads =
          layer.reads().stream().map(this::take).toList();
      last = offer(layer.index(), add(layer, reads));
    }
    return new Plan(images, steps, last);
  }

  /** The next reader's value of those that were offered for a layer's output. */
  private Value take(int number) {
    return Objects.requireNonNull(unread.get(number), "read before it was written").remove();
  }

  /** Makes a value ready for its readers, by a fork where there are several. */
  private Value offer(int number, Value value) {
    long readers = layers.stream()
        .flatMap(layer -> layer.reads().stream())
        .filter(read -> read == number)
        .count();
    Deque<Value> offered = new ArrayDeque<>();
    if (readers < 2) {
      offered.add(value);
    } else {
      for (int i = 0; i < readers; i++) {
        offered.add(newValue(value.shape(), value.needsGradient()));
      }
      steps.add(new Plan.Fork(value, List.copyOf(offered)));
    }
    unread.put(number, offered);
    return value;
  }

  private Value add(PlacedLayer layer, List<Value> reads) {
    List<String> names = layer.parameters().stream().map(layer::parameterName).toList();
    if (layer.spec() instanceof SeparableConv2D separable) {
      DepthwiseConv2D depthwise = separable.depthwise();
      Shape between = depthwise.outputShape(layer.input());
      Value middle = run(layer, depthwise, names.subList(0, 1), reads, between);
      return withActivation(
          layer, separable.pointwise(), names.subList(1, names.size()), List.of(middle));
    }
    if (layer.spec() instanceof ActivationLayer last && last.activation() == Activation.SOFTMAX) {
      return reads.get(0);
    }
    return withActivation(layer, layer.spec(), names, reads);
  }

  /** An operation, with its activation as a step of its own where that must see its input. */
  private Value withActivation(
      PlacedLayer layer, Operation operation, List<String> names, List<Value> reads) {
    Activation activation = operation.activation();
    if (operation instanceof ActivationLayer || activation.function().derivesFromOutput()) {
      return run(layer, operation, names, reads, layer.output());
    }
    Value sums = run(layer, linear(operation), names, reads, layer.output());
    return run(layer, activation.layer(), List.of(), List.of(sums), layer.output());
  }

  private static Operation linear(Operation operation) {
    if (operation instanceof Conv2D conv) {
      return conv.activation(Activation.LINEAR);
    } else if (operation instanceof DepthwiseConv2D depthwise) {
      return depthwise.activation(Activation.LINEAR);
    } else if (operation instanceof Dense dense) {
      return dense.activation(Activation.LINEAR);
    }
    throw new IllegalStateException(operation.type() + " has no activation");
  }

  private Value run(
      PlacedLayer layer,
      Operation operation,
      List<String> parameters,
      List<Value> reads,
      Shape output) {
    boolean trains = parameters.stream().anyMatch(name -> isTrained(layer, name));
    boolean needsGradient = trains || reads.stream().anyMatch(Value::needsGradient);
    Value value = newValue(output, needsGradient);
    steps.add(new Plan.Run(layer, operation, parameters, reads, value));
    return value;
  }

  private static boolean isTrained(PlacedLayer layer, String name) {
    return layer.parameters().stream()
        .anyMatch(p -> layer.parameterName(p).equals(name) && layer.isTrained(p));
  }

  private Value newValue(Shape shape, boolean needsGradient) {
    return new Value(values++, shape, needsGradient);
  }
}

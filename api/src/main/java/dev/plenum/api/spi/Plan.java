package dev.plenum.api.spi;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.List;

/**
 * How an engine runs a network: simple steps in an order in which each finds what it reads. What a
 * network is written down with for convenience is taken apart here, once for all engines:
 *
 * <ul>
 *   <li>A {@code SeparableConv2D} becomes a {@code DepthwiseConv2D} and a {@code Conv2D}.
 *   <li>An activation whose derivative does not follow from its output becomes a step of its own.
 *   <li>The softmax at the end is left out: the loss computes it.
 *   <li>Where several steps read a value, a {@link Fork} gives each of them a value of its own. Going
 *       backward it adds their gradients in the order of the readers, so that the bits of the sum depend
 *       on nothing else, and a step can write the gradient of what it reads as if nobody else read it.
 * </ul>
 *
 * @param images the value that the network is given; no step needs its gradient
 * @param steps forward from the first to the last, backward from the last to the first
 * @param logits the last value
 */
public record Plan(Value images, List<Step> steps, Value logits) {

  /**
   * Copies the list.
   *
   * @param images the value that the network is given; no step needs its gradient
   * @param steps forward from the first to the last, backward from the last to the first
   * @param logits the last value
   */
  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * {@return the plan of a network}
   *
   * @param network what an engine shall run
   */
  public static Plan of(Network network) {
    return new PlanBuilder(network).build();
  }

  /**
   * What one step writes and one step reads.
   *
   * @param number unique in the plan, from 0
   * @param shape of one sample
   * @param needsGradient whether an array that is trained lies before it
   */
  public record Value(int number, Shape shape, boolean needsGradient) {}

  /** A layer, a merge or a fork. */
  public sealed interface Step permits Run, Fork {
    /** {@return the values that it reads} */
    List<Value> reads();

    /** {@return the values that it writes} */
    List<Value> writes();
  }

  /**
   * A layer or a merge, or a part of one.
   *
   * @param layer where in the network it belongs; its index keys the dropout, and it knows whether it is
   *     frozen
   * @param operation what is to be computed, in place of the layer's own
   * @param parameters the names of the arrays that it uses, in the operation's order
   * @param reads one value, or those that a merge reads
   * @param output the value that it writes
   */
  public record Run(
      PlacedLayer layer,
      Operation operation,
      List<String> parameters,
      List<Value> reads,
      Value output)
      implements Step {

    /**
     * Copies the lists.
     *
     * @param layer where in the network it belongs; its index keys the dropout, and it knows whether it is
     *     frozen
     * @param operation what is to be computed, in place of the layer's own
     * @param parameters the names of the arrays that it uses, in the operation's order
     * @param reads one value, or those that a merge reads
     * @param output the value that it writes
     */
    public Run {
      parameters = List.copyOf(parameters);
      reads = List.copyOf(reads);
    }

    /** {@return what a layer reads, or the first value that a merge reads} */
    public Value input() {
      return reads.get(0);
    }

    @Override
    public List<Value> writes() {
      return List.of(output);
    }
  }

  /**
   * One value for several readers. All have the elements of what it reads.
   *
   * @param input the value
   * @param writes one for each reader, in the readers' order
   */
  public record Fork(Value input, List<Value> writes) implements Step {

    /**
     * Copies the list.
     *
     * @param input the value
     * @param writes one for each reader, in the readers' order
     */
    public Fork {
      writes = List.copyOf(writes);
    }

    @Override
    public List<Value> reads() {
      return List.of(input);
    }
  }
}

package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.spi.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a plan that are run as one: an operation with the activation behind it; a convolution also with
 * the pool behind that; and, in a network that only predicts, with the batch normalisation before both.
 *
 * @param run the operation
 * @param normalisation the batch normalisation that is folded into its kernel, if any
 * @param activation what is applied to its outputs
 * @param pool the pool that is run with it, if any
 * @param output the value that the last of these writes
 * @param trains whether it is a part of a network that trains
 */
public record Block(
    Plan.Run run,
    Plan.@Nullable Run normalisation,
    ElementwiseFunction activation,
    Plan.@Nullable Run pool,
    Plan.Value output,
    boolean trains)
    implements Part {

  /** The operation. */
  public Operation operation() {
    return run.operation();
  }

  /** The shape of what a layer reads, or of the first value that a merge reads. */
  public Shape input() {
    return run.input().shape();
  }

  /** The shape of what the operation gives, before a pool. */
  public Shape unpooled() {
    return run.output().shape();
  }

  /** The window of the pool that is run with it. */
  Window poolWindow() {
    if (pool != null && pool.operation() instanceof MaxPool2D spec) {
      return spec.window();
    }
    throw new IllegalStateException("a block without a pool");
  }

  @Override
  public List<Plan.Value> reads() {
    return run.reads();
  }

  @Override
  public List<Plan.Value> writes() {
    return List.of(output);
  }

  /** Whether it is a batch normalisation that takes the statistics of the batch when training. */
  public boolean usesBatchStatistics() {
    return trains && operation() instanceof BatchNormalization && !run.layer().frozen();
  }

  @Override
  public boolean isImagewise() {
    return !(operation() instanceof Dense);
  }
}

package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseFunction.Identity;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one place where a kind of layer or merge is matched with the code that runs it. */
public final class StepRuns {
  private StepRuns() {}

  /** Whether an operation's output is its input, perhaps in another shape. */
  public static boolean onlyReshapes(Operation operation, boolean trains) {
    return operation instanceof Flatten
        || operation instanceof Reshape
        || (operation instanceof ElementwiseSpec spec && spec.function() instanceof Identity)
        || (!trains && isDropout(operation));
  }

  private static boolean isDropout(Operation operation) {
    return operation instanceof Dropout || operation instanceof SpatialDropout2D;
  }

  /**
   * Makes what runs a step between these arrays.
   *
   * @param parameters the arrays that the step's operation uses, in its order
   */
  public static StepRun of(
      Plan.Run step, Connections connections, List<Variable> parameters, Workplace workplace) {
    return step.operation() instanceof MergeSpec merge
        ? merge(merge, connections, workplace)
        : layer((LayerSpec) step.operation(), step, connections, parameters, workplace);
  }

  private static StepRun merge(MergeSpec spec, Connections connections, Workplace workplace) {
    if (spec instanceof Add) {
      return Merges.sum(1, connections);
    } else if (spec instanceof Average) {
      return Merges.sum(1.0 / connections.reads().size(), connections);
    } else if (spec instanceof Maximum) {
      return Merges.maximum(connections, workplace);
    } else if (spec instanceof Multiply) {
      return Merges.product(connections, workplace);
    } else if (spec instanceof Concatenate) {
      return Merges.concatenation(connections);
    }
    throw new IllegalArgumentException("no code for merge type " + spec.type());
  }

  private static StepRun layer(
      LayerSpec spec,
      Plan.Run step,
      Connections connections,
      List<Variable> parameters,
      Workplace workplace) {
    return withParameters(spec, step, connections, parameters, workplace)
        .or(() -> pooling(spec, step.input().shape(), connections, workplace.memory()))
        .or(() -> dropout(spec, step, connections, workplace))
        .orElseGet(() -> other(spec, step, connections, workplace));
  }

  private static Optional<StepRun> withParameters(
      LayerSpec spec,
      Plan.Run step,
      Connections connections,
      List<Variable> parameters,
      Workplace workplace) {
    Shape input = step.input().shape();
    if (spec instanceof Conv2D conv) {
      return Optional.of(
          new ConvRun("conv2d", conv, conv.window(), connections, input, parameters, workplace));
    } else if (spec instanceof DepthwiseConv2D conv) {
      return Optional.of(new ConvRun(
          "depthwise_conv2d", conv, conv.window(), connections, input, parameters, workplace));
    } else if (spec instanceof Dense dense) {
      return Optional.of(DenseRun.of(dense.activation(), connections, parameters, workplace));
    } else if (spec instanceof BatchNormalization norm) {
      BatchNormRun run = new BatchNormRun(norm, connections, parameters, workplace);
      return Optional.of(
          workplace.trains() && !step.layer().frozen()
              ? run.withBatchStatistics()
              : run.withMovingStatistics());
    }
    return Optional.empty();
  }

  private static Optional<StepRun> pooling(
      LayerSpec spec, Shape input, Connections connections, NativeMemory memory) {
    if (spec instanceof MaxPool2D pool) {
      return Optional.of(new MaxPoolRun(connections, pool.window(), input, memory));
    } else if (spec instanceof AveragePooling2D pool) {
      return Optional.of(new AveragePoolRun(connections, pool.window(), input, memory));
    } else if (spec instanceof GlobalMaxPooling2D) {
      return Optional.of(new MaxPoolRun(toPixels(connections), whole(input), input, memory));
    } else if (spec instanceof GlobalAveragePooling2D) {
      return Optional.of(new AveragePoolRun(toPixels(connections), whole(input), input, memory));
    }
    return Optional.empty();
  }

  /** A window as large as the image. */
  private static Window whole(Shape image) {
    return new Window(image.height(), image.width(), 1, 1, Padding.VALID);
  }

  /** The output as images of one pixel. */
  private static Connections toPixels(Connections connections) {
    long count = connections.count();
    long channels = connections.output().length() / count;
    return new Connections(connections.reads(), connections.writes().in(count, 1, 1, channels));
  }

  private static Optional<StepRun> dropout(
      LayerSpec spec, Plan.Run step, Connections connections, Workplace workplace) {
    int index = step.layer().index();
    MaskRun.@Nullable ImageMask mask = null;
    if (spec instanceof Dropout dropout) {
      mask = MaskRun.ofUnits(new DropoutMask(workplace.seed(), index, dropout.rate()));
    } else if (spec instanceof SpatialDropout2D dropout) {
      mask = MaskRun.ofChannels(
          new DropoutMask(workplace.seed(), index, dropout.rate()),
          step.input().shape().channels());
    }
    return mask == null
        ? Optional.empty()
        : Optional.of(new MaskRun(mask, connections, workplace.memory()));
  }

  private static StepRun other(
      LayerSpec spec, Plan.Run step, Connections connections, Workplace workplace) {
    if (spec instanceof ElementwiseSpec elementwise) {
      return Activations.of(elementwise.function(), connections, workplace);
    } else if (spec instanceof ZeroPadding2D padding) {
      return Borders.zeroPadding(padding.margins(), step.input().shape(), connections);
    } else if (spec instanceof Cropping2D cropping) {
      return Borders.cropping(cropping.margins(), step.output().shape(), connections);
    } else if (spec instanceof Rescaling rescaling) {
      return Scalings.rescaling(rescaling, connections);
    } else if (spec instanceof Normalization normalization) {
      return Scalings.normalization(normalization, connections, workplace.memory());
    }
    throw new IllegalArgumentException("no code for layer type " + spec.type());
  }
}

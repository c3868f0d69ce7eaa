package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.spi.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the steps of a plan that are run as one. */
public final class Blocks {
  private final Plan plan;
  private final boolean trains;
  /** The step that reads a value; forks see to it that there is at most one. */
  private final Map<Plan.Value, Plan.Step> readers = new HashMap<>();

  private final Set<Plan.Step> taken = new HashSet<>();

  private Blocks(Plan plan, boolean trains) {
    this.plan = plan;
    this.trains = trains;
    plan.steps().forEach(step -> step.reads().forEach(value -> readers.put(value, step)));
  }

  /**
   * The parts of a plan.
   *
   * @param trains whether they are to train; else batch normalisations are folded into the kernels before
   *     them
   */
  public static List<Part> of(Plan plan, boolean trains) {
    return new Blocks(plan, trains).parts();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      if (step instanceof Plan.Fork fork) {
        parts.add(new Branch(fork));
      } else if (step instanceof Plan.Run run && !taken.contains(run)) {
        parts.add(block(run));
      }
    }
    return parts;
  }

  private Block block(Plan.Run run) {
    Operation operation = run.operation();
    Plan.Value last = run.output();
    boolean linear = operation.activation() == Activation.LINEAR;
    Plan.Run normalisation = linear && !trains && hasKernel(operation) ? normalisation(last) : null;
    last = normalisation == null ? last : normalisation.output();
    Plan.Run activated = linear && takesActivation(operation) ? activation(last) : null;
    ElementwiseFunction function =
        activated == null ? own(operation) : ((ElementwiseSpec) activated.operation()).function();
    last = activated == null ? last : activated.output();
    Plan.Run pool =
        operation instanceof Conv2D conv && !conv.window().isDilated() ? pool(last) : null;
    Plan.Value output = pool == null ? last : pool.output();
    return new Block(run, normalisation, function, pool, output, trains);
  }

  /** The function of an elementwise layer is its operation, not what follows it. */
  private static ElementwiseFunction own(Operation operation) {
    return operation instanceof ElementwiseSpec
        ? new ElementwiseFunction.Identity()
        : operation.activation().function();
  }

  private static boolean hasKernel(Operation operation) {
    return operation instanceof Conv2D
        || operation instanceof DepthwiseConv2D
        || operation instanceof Dense;
  }

  private static boolean takesActivation(Operation operation) {
    return hasKernel(operation)
        || operation instanceof BatchNormalization
        || operation instanceof Add
        || operation instanceof Average;
  }

  private Plan.@Nullable Run normalisation(Plan.Value value) {
    return readers.get(value) instanceof Plan.Run run
            && run.operation() instanceof BatchNormalization
        ? take(run)
        : null;
  }

  private Plan.@Nullable Run activation(Plan.Value value) {
    return readers.get(value) instanceof Plan.Run run
            && run.operation() instanceof ElementwiseSpec spec
            && spec.function().derivesFromOutput()
        ? take(run)
        : null;
  }

  /**
   * A pool whose gradient is sparse enough for lists: there is one entry for each window, so at most half
   * as many as pixels.
   */
  private Plan.@Nullable Run pool(Plan.Value value) {
    return readers.get(value) instanceof Plan.Run run
            && run.operation() instanceof MaxPool2D pool
            && pool.window().strideY() * pool.window().strideX() > 1
        ? take(run)
        : null;
  }

  private Plan.Run take(Plan.Run run) {
    taken.add(run);
    return run;
  }
}

package dev.plenum.tck;

import dev.plenum.api.Backend;
import dev.plenum.api.network.Operation;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/**
 * What a backend must do, as JUnit tests. A backend's author extends this class in the backend's own
 * tests and names the backend:
 *
 * <pre>{@code
 * class MyBackendConformanceTest extends BackendConformance {
 *   @Override
 *   protected Backend backend() {
 *     return new MyBackend();
 *   }
 * }
 * }</pre>
 *
 * <p>What the backend cannot do it declares by {@link #lacking} and {@link #unsupported}. Numbers are
 * compared with {@link dev.plenum.tck.reference.ReferenceNetwork} within {@link #tolerances}. The networks are tiny: a run
 * takes seconds. What several threads do with one model is tried 10 times, or as often as the system
 * property {@code plenum.tck.rounds} says.
 */
public abstract class BackendConformance {

  /** For the backend's own test class. */
  protected BackendConformance() {}

  /** {@return the backend under test} Called often; the same one may be given each time. */
  protected abstract Backend backend();

  /** {@return what the backend lacks; the tests of it are skipped, and say so} */
  protected Set<Capability> lacking() {
    return Set.of();
  }

  /**
   * {@return the kinds of layer and merge that the backend cannot run; their tests are skipped, and say so}
   */
  protected Set<Class<? extends Operation>> unsupported() {
    return Set.of();
  }

  /** {@return the bounds that the backend keeps; those that it widens have a reason} */
  protected Tolerances tolerances() {
    return Tolerances.STANDARD;
  }

  @Nested
  class Description extends DescriptionConformance {
    Description() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Support extends SupportConformance {
    Support() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Statistics extends StatisticsConformance {
    Statistics() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Freezing extends FreezingConformance {
    Freezing() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Averages extends AveragesConformance {
    Averages() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Layers extends LayersConformance {
    Layers() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class ForwardPass extends ForwardConformance {
    ForwardPass() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Gradients extends GradientConformance {
    Gradients() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Optimizers extends OptimizerConformance {
    Optimizers() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Dropout extends DropoutConformance {
    Dropout() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Batches extends BatchConformance {
    Batches() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class State extends StateConformance {
    State() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Repeatability extends RepeatabilityConformance {
    Repeatability() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Refusals extends RefusalConformance {
    Refusals() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Closing extends ClosingConformance {
    Closing() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class ClosingInUse extends ClosingInUseConformance {
    ClosingInUse() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Sharing extends SharingConformance {
    Sharing() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Divergence extends DivergenceConformance {
    Divergence() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Skipping extends SkippingConformance {
    Skipping() {
      super(BackendConformance.this);
    }
  }

  @Nested
  class Fitting extends FittingConformance {
    Fitting() {
      super(BackendConformance.this);
    }
  }
}

package dev.plenum.api;

import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.Map;

/** Backends that {@link BackendsTest} lets the service loader find, or fail to load. */
public final class TestBackends {
  private TestBackends() {}

  /** One that can be used. */
  public static final class Good extends Fake {
    /** For the service loader. */
    public Good() {
      super("good", Availability.available("any processor"));
    }
  }

  /** One that cannot be used here. */
  public static final class Unavailable extends Fake {
    /** For the service loader. */
    public Unavailable() {
      super(
          "gpu",
          Availability.unavailable("there is no driver", "Install the driver, at least 11.8"));
    }
  }

  /** One that cannot be made. */
  public static final class Broken extends Fake {
    /** For the service loader. */
    public Broken() {
      super("broken", Availability.available(""));
      throw new UnsatisfiedLinkError("no native library");
    }
  }

  /** One whose superclass a test takes away. */
  public static final class Orphan extends Parent {}

  /** The superclass that is taken away. */
  public static class Parent extends Fake {
    Parent() {
      super("orphan", Availability.available(""));
    }
  }

  /** No backend at all. */
  public static final class Impostor {}

  /** What they share. */
  private abstract static class Fake implements Backend {
    private final String name;
    private final Availability availability;

    Fake(String name, Availability availability) {
      this.name = name;
      this.availability = availability;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return "for tests";
    }

    @Override
    public Availability availability() {
      return availability;
    }

    @Override
    public EngineInfo engine() {
      return new EngineInfo("none", "none", "none", 1);
    }

    @Override
    public Backend withSettings(Map<String, String> settings) {
      return this;
    }

    @Override
    public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
      if (!loss.equals(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)) {
        throw new IllegalArgumentException("the loss " + loss);
      }
      return new FakeModel(seed);
    }
  }
}

package dev.plenum.api.spi;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine that one thread at a time uses, until it is closed, by its model or, where nobody closed
 * that, by the cleaner. It must not know the model, which could then never be found unreachable.
 */
final class GuardedEngine {
  private final String description;
  private final LifeCycle lifeCycle = new LifeCycle("the model");
  private @Nullable Engine engine;
  private volatile @Nullable Thread computing;

  /**
   * An open one.
   *
   * @param description of the model, for the log
   */
  GuardedEngine(Engine engine, String description) {
    this.engine = engine;
    this.description = description;
  }

  void requireOpen() {
    lifeCycle.requireOpen();
  }

  /** Several uses with nothing in between. */
  <T> T inTurn(Supplier<T> work) {
    return lifeCycle.inTurn(work);
  }

  /** One use. */
  <T> T use(Function<Engine, T> work) {
    requireOutside();
    return lifeCycle.inTurn(() -> {
      computing = Thread.currentThread();
      try {
        return work.apply(open());
      } finally {
        computing = null;
      }
    });
  }

  private Engine open() {
    return Objects.requireNonNull(engine, "an open model has its engine");
  }

  /** Image transforms are called in the middle of a step, where nothing else may be computed. */
  private void requireOutside() {
    if (computing == Thread.currentThread()) {
      throw new IllegalStateException(
          "the model is computing: what it calls meanwhile, such as an image transform, cannot use it");
    }
  }

  /** Also lets go of the engine, whose memory may be large. */
  void close() {
    requireOutside();
    lifeCycle.close(() -> {
      Engine last = open();
      engine = null;
      last.close();
    });
  }

  /** Closes what is open though nobody can reach the model any more. */
  void closeForgotten() {
    if (!lifeCycle.isClosed()) {
      close();
      System.getLogger(EngineModel.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "{0} was never closed and cannot be reached any more; what it held is given back only now. Close models when they are done with, best by try-with-resources",
              description);
    }
  }
}

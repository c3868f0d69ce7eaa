package dev.plenum.backend.purejava.internal.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the units of one phase after another. Which thread does which unit is open, so
 * results must not depend on it.
 *
 * <p>Each thread begins with its own share of the units, the same part of the whole in every phase, so
 * that what it wrote in one phase is mostly what it reads in the next, and lies in its cache. Then it
 * helps the others. Waiting threads spin for some microseconds, since the next phase usually follows
 * at once, and then park. Nothing is allocated per phase.
 */
public final class WorkerPool implements AutoCloseable {
  /** Some 50 µs: longer than the gaps between the phases of a training step. */
  private static final int SPINS = 2_000;

  private final int threads;
  private final int spins;
  private final Worker[] workers;
  private final Claims claims;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile @Nullable Phase phase;
  private volatile @Nullable Thread waitingCaller;
  private volatile boolean closed;

  /**
   * A pool of that many threads, the caller's among them.
   *
   * @throws OutOfMemoryError if the system gives no more threads; those begun are ended
   */
  public WorkerPool(int threads) {
    this(threads, threads <= Runtime.getRuntime().availableProcessors() ? SPINS : 0);
  }

  /** A pool whose waiting threads look that many times for what they wait for before they park. */
  WorkerPool(int threads, int spins) {
    this.threads = threads;
    this.spins = spins;
    this.claims = new Claims(threads);
    this.workers = new Worker[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
    }
    try {
      for (Worker worker : workers) {
        worker.start();
      }
    } catch (OutOfMemoryError e) {
      close();
      throw e;
    }
  }

  /** The number of threads, and so of {@code worker} numbers. */
  public int threads() {
    return threads;
  }

  /** Does all units of a phase and returns when they are done. Called by one thread at a time. */
  public void run(int units, Phase phase) {
    if (threads == 1 || units <= 1) {
      for (int unit = 0; unit < units; unit++) {
        phase.run(unit, 0);
      }
      return;
    }
    publish(units, phase);
    work(0);
    awaitDone(units);
    this.phase = null; // waiting threads must not keep alive what a phase works on
    rethrow(failure.getAndSet(null));
  }

  /** What a phase throws is thrown as it is, whatever the number of threads. */
  private static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private void publish(int units, Phase phase) {
    claims.close();
    done.set(0);
    this.phase = phase;
    claims.open(units);
    for (Worker worker : workers) {
      worker.wake();
    }
  }

  private void work(int worker) {
    for (int i = 0; i < threads; i++) {
      workOnShare((worker + i) % threads, worker);
    }
  }

  private void workOnShare(int share, int worker) {
    for (long claim = claims.next(share); claim != Claims.NONE; claim = claims.next(share)) {
      Phase current = phase;
      if (current != null && claims.take(share, claim)) {
        runUnit(current, Claims.unit(claim), worker);
      }
    }
  }

  private void runUnit(Phase current, int unit, int worker) {
    int total = claims.units();
    try {
      current.run(unit, worker);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
    if (done.incrementAndGet() == total) {
      Thread caller = waitingCaller;
      if (caller != null) {
        LockSupport.unpark(caller);
      }
    }
  }

  private void awaitDone(int units) {
    for (int i = 0; i < spins; i++) {
      if (done.get() == units) {
        return;
      }
      Thread.onSpinWait();
    }
    waitingCaller = Thread.currentThread();
    while (done.get() != units) {
      LockSupport.park(this);
    }
    waitingCaller = null;
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    for (Worker worker : workers) {
      LockSupport.unpark(worker);
    }
  }

  private final class Worker extends Thread {
    private final int index;
    private volatile boolean parked;

    Worker(int index) {
      super("plenum-worker-" + index);
      this.index = index;
      setDaemon(true);
    }

    void wake() {
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      while (!closed) {
        work(index);
        awaitWork();
      }
    }

    private void awaitWork() {
      for (int i = 0; i < spins; i++) {
        if (claims.remain() || closed) {
          return;
        }
        Thread.onSpinWait();
      }
      parked = true;
      while (!claims.remain() && !closed) {
        LockSupport.park(WorkerPool.this);
      }
      parked = false;
    }
  }
}

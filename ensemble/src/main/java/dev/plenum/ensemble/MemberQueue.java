package dev.plenum.ensemble;

import dev.plenum.api.Backend;
import dev.plenum.persistence.TrainingInterruptedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Trains members side by side; every thread takes the next one until none is left or too many failed. */
final class MemberQueue<R> {
  private final int committeeSize;
  private final int spare;
  private final MemberTrainer<R> trainer;
  private final MemberStore<R> store;

  // Guarded by this, as is the store.
  private final Queue<Member> waiting = new ArrayDeque<>();
  private final Map<Member, R> finished;
  private final List<MemberFailedException> failures = new ArrayList<>();
  private boolean interrupted;

  /**
   * A queue without members.
   *
   * @param committeeSize the number of all members, for messages
   * @param spare how many may fail while others are still begun
   * @param finished gets what becomes of the members
   */
  MemberQueue(
      int committeeSize,
      int spare,
      MemberTrainer<R> trainer,
      MemberStore<R> store,
      Map<Member, R> finished) {
    this.committeeSize = committeeSize;
    this.spare = spare;
    this.trainer = trainer;
    this.store = store;
    this.finished = finished;
  }

  /** Trains these on so many threads, each with such a backend. */
  void train(List<Member> members, Backend backend, int width) {
    waiting.addAll(members);
    ExecutorService threads = Executors.newFixedThreadPool(width, MemberQueue::daemon);
    for (int i = 0; i < width; i++) {
      threads.execute(() -> trainAll(backend));
    }
    threads.shutdown();
    await(threads);
    throwFailure();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plenum-member");
    thread.setDaemon(true);
    return thread;
  }

  private void trainAll(Backend backend) {
    for (Member member = next(); member != null; member = next()) {
      train(member, backend);
    }
  }

  private synchronized @Nullable Member next() {
    return failures.size() <= spare && !interrupted ? waiting.poll() : null;
  }

  /** Whatever is thrown belongs to this member; nothing may be lost with the thread. */
  private void train(Member member, Backend backend) {
    R result;
    try {
      result = Objects.requireNonNull(
          trainer.train(member, backend), "the trainer returned null instead of a result");
    } catch (IOException | RuntimeException | Error e) {
      fail(member, "could not be trained", e);
      return;
    }
    keep(member, result);
  }

  private synchronized void keep(Member member, R result) {
    Thread.interrupted(); // it came too late; with it, no file could be written
    try {
      store.keep(member, result);
      finished.put(member, result);
    } catch (IOException | RuntimeException | Error e) {
      fail(member, "was trained, but could not be kept", e);
    }
  }

  private synchronized void fail(Member member, String what, Throwable cause) {
    interrupted |= cause instanceof TrainingInterruptedException;
    String reason = cause instanceof Error || cause.getMessage() == null
        ? cause.toString()
        : cause.getMessage();
    failures.add(new MemberFailedException(
        member,
        String.format(
            Locale.ROOT,
            "member %d of %d (seed %d) %s: %s",
            member.number(),
            committeeSize,
            member.seed().value(),
            what,
            reason),
        cause));
  }

  private void await(ExecutorService threads) {
    boolean wasInterrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        wasInterrupted = true;
        interrupt(threads);
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(String.format(
          Locale.ROOT,
          "the training of the committee was interrupted; %d of %d members are finished",
          finished.size(),
          committeeSize));
    }
  }

  private synchronized void interrupt(ExecutorService threads) {
    interrupted = true;
    threads.shutdownNow();
  }

  private synchronized void throwFailure() {
    if (!failures.isEmpty()) {
      MemberFailedException first = failures.get(0);
      failures.subList(1, failures.size()).forEach(first::addSuppressed);
      throw first;
    }
  }
}

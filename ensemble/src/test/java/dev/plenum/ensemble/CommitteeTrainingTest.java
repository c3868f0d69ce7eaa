package dev.plenum.ensemble;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.TrainingInterruptedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is trained when, and what becomes of failures; trainers that do nothing. */
@Timeout(30)
class CommitteeTrainingTest {
  private static final Backend BACKEND = new StubBackend(Map.of());

  private final CommitteeTraining five = CommitteeTraining.of(5, seed(7)).cores(8);
  private final MemoryStore<String> store = new MemoryStore<>();
  private final List<Integer> begun = Collections.synchronizedList(new ArrayList<>());

  private String train(Member member, Backend backend) {
    begun.add(member.index());
    return String.format(Locale.ROOT, "%d:%d", member.number(), member.seed().value());
  }

  private static String threads(Backend backend) {
    return ((StubBackend) backend).settings().toString();
  }

  @Test
  void seedsCountUp() {
    assertEquals(List.of(seed(7), seed(8), seed(9), seed(10), seed(11)), five.seeds());
    assertEquals(new Member(4, seed(11)), five.members().get(4));
    assertEquals(5, five.members().get(4).number());
    assertEquals(1, five.parallelism());
    assertEquals(
        List.of(seed(Long.MAX_VALUE), seed(Long.MIN_VALUE)),
        CommitteeTraining.of(2, seed(Long.MAX_VALUE)).seeds());
  }

  @Test
  void resultsComeInTheOrderOfTheMembers() throws IOException {
    for (int parallelism = 1; parallelism <= 6; parallelism++) {
      assertEquals(
          List.of("1:7", "2:8", "3:9", "4:10", "5:11"),
          five.parallelism(parallelism).run(BACKEND, this::train, MemberStore.none()));
    }
  }

  @Test
  void oneAfterTheOtherIsInOrder() throws IOException {
    five.run(BACKEND, this::train, store);
    assertEquals(List.of(0, 1, 2, 3, 4), begun);
    assertEquals(List.of(0, 1, 2, 3, 4), store.keptOrder);
  }

  @Test
  void aMemberIsKeptBeforeTheNextIsBegun() throws IOException {
    five.run(
        BACKEND,
        (member, backend) -> {
          assertEquals(member.index(), store.kept.size());
          return train(member, backend);
        },
        store);
    assertEquals(5, store.kept.size());
  }

  @Test
  void membersSideBySideShareTheCores() throws IOException {
    for (List<Integer> expected : List.of(
        List.of(1, 8, 8), List.of(2, 8, 4), List.of(3, 8, 2), List.of(9, 8, 1), List.of(2, 1, 1))) {
      List<String> threads = five.parallelism(expected.get(0))
          .cores(expected.get(1))
          .run(BACKEND, (member, backend) -> threads(backend), MemberStore.none());
      assertEquals(
          Collections.nCopies(5, String.format(Locale.ROOT, "{threads=%d}", expected.get(2))),
          threads);
    }
  }

  @Test
  void membersAreReallyTrainedSideBySide() throws IOException {
    CyclicBarrier three = new CyclicBarrier(3);
    CommitteeTraining training = CommitteeTraining.of(6, seed(1)).parallelism(3);
    List<String> results = training.run(
        BACKEND,
        (member, backend) -> {
          await(three);
          return train(member, backend);
        },
        store);
    assertEquals(6, results.size());
  }

  private static void join(Thread thread) {
    try {
      thread.join(20_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertFalse(thread.isAlive(), "a thread is left whose member failed");
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("not side by side", e);
    }
  }

  @Test
  void finishedMembersAreNotTrainedAgain() throws IOException {
    store.kept.put(1, "old 2");
    store.kept.put(4, "old 5");
    assertEquals(
        List.of("1:7", "old 2", "3:9", "4:10", "old 5"), five.run(BACKEND, this::train, store));
    assertEquals(List.of(0, 2, 3), begun);
    assertEquals(List.of(0, 2, 3), store.keptOrder);
  }

  @Test
  void theMembersThatAreLeftGetAllCores() throws IOException {
    store.kept.putAll(Map.of(0, "x", 1, "x", 2, "x", 3, "x"));
    List<String> results =
        five.parallelism(4).run(BACKEND, (member, backend) -> threads(backend), store);
    assertEquals("{threads=8}", results.get(4));
  }

  @Test
  void aFinishedCommitteeIsOnlyReadBack() throws IOException {
    List<String> first = five.run(BACKEND, this::train, store);
    begun.clear();
    assertEquals(first, five.run(BACKEND, this::train, store));
    assertEquals(List.of(), begun);
  }

  @Test
  void aFailingMemberIsNamedAndTheOthersStay() throws IOException {
    IOException cause = new IOException("no data");
    MemberTrainer<String> failing = (member, backend) -> {
      if (member.index() == 2) {
        throw cause;
      }
      return train(member, backend);
    };
    MemberFailedException e =
        assertThrows(MemberFailedException.class, () -> five.run(BACKEND, failing, store));
    assertEquals("member 3 of 5 (seed 9) could not be trained: no data", e.getMessage());
    assertEquals(new Member(2, seed(9)), e.member());
    assertSame(cause, e.getCause());
    assertEquals(List.of(0, 1), begun, "none is begun after the failure");
    assertEquals(Map.of(0, "1:7", 1, "2:8"), store.kept);

    begun.clear();
    assertEquals(5, five.run(BACKEND, this::train, store).size());
    assertEquals(List.of(2, 3, 4), begun);
  }

  /** Trains all but the members with these indices. */
  private MemberTrainer<String> allBut(List<Integer> failing, RuntimeException cause) {
    return (member, backend) -> {
      if (failing.contains(member.index())) {
        throw cause;
      }
      return train(member, backend);
    };
  }

  @Test
  void othersAreBegunWhileFailuresCanBeSpared() {
    RuntimeException cause = new IllegalStateException("no data");
    MemberFailedException one = assertThrows(
        MemberFailedException.class,
        () -> five.spare(1).run(BACKEND, allBut(List.of(1), cause), store));
    assertEquals(new Member(1, seed(8)), one.member());
    assertEquals(List.of(0, 2, 3, 4), begun);
    assertEquals(Map.of(0, "1:7", 2, "3:9", 3, "4:10", 4, "5:11"), store.kept);
  }

  @Test
  void noneIsBegunWhenTooManyFailed() {
    RuntimeException cause = new IllegalStateException("no data");
    MemberFailedException first = assertThrows(
        MemberFailedException.class,
        () -> five.spare(1).run(BACKEND, allBut(List.of(1, 2), cause), store));
    assertEquals(1, first.getSuppressed().length);
    assertEquals(List.of(0), begun);
  }

  @Test
  void anInterruptedTrainingIsNoFailureToSpare() {
    RuntimeException cause = new TrainingInterruptedException("stopped");
    assertThrows(
        MemberFailedException.class,
        () -> five.spare(4).run(BACKEND, allBut(List.of(1), cause), store));
    assertEquals(List.of(0), begun);
  }

  @Test
  void thoseInTrainingBesideAFailingMemberAreStillKept() {
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicReference<Thread> failed = new AtomicReference<>();
    MemberTrainer<String> failing = (member, backend) -> {
      if (member.index() == 0) {
        failed.set(Thread.currentThread());
        await(both);
        throw new IllegalArgumentException("bad");
      }
      await(both);
      join(Objects.requireNonNull(failed.get())); // it ends when its failure is known
      return train(member, backend);
    };
    assertThrows(
        MemberFailedException.class, () -> five.parallelism(2).run(BACKEND, failing, store));
    assertEquals(Map.of(1, "2:8"), store.kept);
  }

  @Test
  void allFailuresAreReported() {
    CyclicBarrier both = new CyclicBarrier(2);
    MemberFailedException e = assertThrows(
        MemberFailedException.class,
        () -> five.parallelism(2)
            .run(
                BACKEND,
                (member, backend) -> {
                  await(both);
                  throw new IllegalStateException("bad " + member.number());
                },
                store));
    assertEquals(1, e.getSuppressed().length);
    MemberFailedException other = (MemberFailedException) e.getSuppressed()[0];
    assertEquals(1, e.member().index() + other.member().index(), "members 1 and 2");
  }

  @Test
  void aMemberThatCannotBeKeptHasFailed() {
    store.isFull = true;
    assertEquals(
        "member 1 of 5 (seed 7) was trained, but could not be kept: the disk is full",
        Refusals.messageOf(
            MemberFailedException.class, () -> five.run(BACKEND, this::train, store)));
    assertEquals(List.of(0), begun);
  }

  @Test
  void anErrorIsReportedWithItsKind() {
    MemberFailedException e = assertThrows(
        MemberFailedException.class,
        () -> five.run(
            BACKEND,
            (member, backend) -> {
              throw new OutOfMemoryError("Java heap space");
            },
            store));
    assertEquals(
        "member 1 of 5 (seed 7) could not be trained: java.lang.OutOfMemoryError: Java heap space",
        e.getMessage());
  }

  @Test
  @SuppressWarnings("NullAway") // callers need not be checked
  void aTrainerThatReturnsNothingHasFailed() {
    assertEquals(
        "member 1 of 5 (seed 7) could not be trained: the trainer returned null instead of a result",
        Refusals.messageOf(
            MemberFailedException.class,
            () -> five.<String>run(BACKEND, (member, backend) -> null, store)));
  }

  @Test
  void aStoreThatCannotBeSearchedStopsEverything() {
    MemberStore<String> broken = new MemberStore<>() {
      @Override
      public Optional<String> find(Member member) throws IOException {
        throw new IOException("member 1 is damaged");
      }

      @Override
      public void keep(Member member, String result) {}
    };
    assertEquals(
        "member 1 is damaged",
        Refusals.messageOf(IOException.class, () -> five.run(BACKEND, this::train, broken)));
    assertEquals(List.of(), begun);
  }

  @Test
  void anInterruptStopsTheMembersAndWaitsForThem() throws InterruptedException {
    CountDownLatch inTraining = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    List<Integer> ended = Collections.synchronizedList(new ArrayList<>());
    MemberTrainer<String> slow = (member, backend) -> {
      inTraining.countDown();
      try {
        return "done " + never.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("training was interrupted", e);
      } finally {
        ended.add(member.index());
      }
    };
    Thread main = Thread.currentThread();
    Thread interrupter = new Thread(() -> {
      try {
        inTraining.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      main.interrupt();
    });
    interrupter.start();
    assertEquals(
        "the training of the committee was interrupted; 0 of 5 members are finished",
        Refusals.messageOf(
            IllegalStateException.class, () -> five.parallelism(2).run(BACKEND, slow, store)));
    assertTrue(Thread.interrupted(), "the interrupt is passed on");
    assertEquals(2, ended.size());
    assertFalse(store.kept.containsKey(0));
    interrupter.join();
  }

  /** An interrupted thread cannot write files. */
  @Test
  void aMemberThatIsDoneWhenTheInterruptComesIsStillKept() throws IOException {
    MemberStore<Boolean> files = new MemberStore<>() {
      @Override
      public Optional<Boolean> find(Member member) {
        return Optional.empty();
      }

      @Override
      public void keep(Member member, Boolean result) {
        assertFalse(Thread.currentThread().isInterrupted());
      }
    };
    MemberTrainer<Boolean> done = (member, backend) -> {
      Thread.currentThread().interrupt();
      return true;
    };
    assertEquals(5, five.run(BACKEND, done, files).size());
  }

  private static String refusal(Runnable action) {
    return Refusals.messageOf(IllegalArgumentException.class, action::run);
  }

  @Test
  void badValuesAreRefused() {
    assertEquals(
        "a committee needs at least 1 member, found no seeds",
        refusal(() -> CommitteeTraining.of(0, seed(1))));
    assertEquals(
        "a committee needs at least 1 member, found no seeds",
        refusal(() -> CommitteeTraining.of(List.of())));
    List<Seed> twice = List.of(seed(3), seed(4), seed(3));
    assertEquals(
        "members must differ by their seeds, but 3 is there twice",
        refusal(() -> CommitteeTraining.of(twice)));
    assertEquals(
        "the number of members side by side must be at least 1, found 0",
        refusal(() -> five.parallelism(0)));
    assertEquals("the number of cores must be at least 1, found -1", refusal(() -> five.cores(-1)));
  }
}

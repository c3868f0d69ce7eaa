package dev.plenum.ensemble;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Callback;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.backend.purejava.PureJavaBackend;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Real trainings on tiny data. */
class PureJavaCommitteeTest {
  private static final int MEMBERS = 4;

  private final Backend backend = new PureJavaBackend();
  private final CommitteeTraining training =
      CommitteeTraining.of(MEMBERS, seed(5)).cores(2);

  private static SavedMember train(Member member, Backend backend) {
    return Samples.member(backend, Samples.conv(), member.seed());
  }

  private static List<String> digests(List<SavedMember> members) {
    return members.stream().map(member -> member.model().weights().sha256()).toList();
  }

  private List<String> separatelyTrained() {
    return digests(LongStream.range(5, 5 + MEMBERS)
        .mapToObj(seed -> Samples.member(backend, Samples.conv(), seed(seed)))
        .toList());
  }

  @Test
  void membersAreThoseThatWouldBeTrainedAloneToTheBitHoweverManySideBySide() throws IOException {
    List<String> expected = separatelyTrained();
    assertEquals(MEMBERS, expected.stream().distinct().count(), "they differ by their seeds");
    for (int parallelism : new int[] {1, 2, MEMBERS}) {
      List<SavedMember> members = training
          .parallelism(parallelism)
          .run(backend, PureJavaCommitteeTest::train, MemberStore.none());
      assertEquals(expected, digests(members));
    }
  }

  @Test
  void aTrainingThatWasCutShortGoesOnAndEndsAsItWouldHave() throws IOException {
    MemoryStore<SavedMember> store = new MemoryStore<>();
    MemberTrainer<SavedMember> crashing = (member, own) -> {
      if (member.index() == 2) {
        throw new IOException("power failure");
      }
      return train(member, own);
    };
    assertThrows(MemberFailedException.class, () -> training.run(backend, crashing, store));
    assertEquals(List.of(0, 1), store.keptOrder);
    List<SavedMember> members =
        training.parallelism(2).run(backend, PureJavaCommitteeTest::train, store);
    assertEquals(separatelyTrained(), digests(members));
    assertEquals(MEMBERS, store.keptOrder.size());
  }

  @Test
  void aMemberThatDivergesIsNamed() {
    MemberTrainer<SavedMember> wild = (member, own) -> {
      try (Model model = own.compile(Samples.conv(), Sgd.defaults(), member.seed())) {
        model.optimizer().setLearningRate(member.index() == 1 ? 1e30 : 0.01);
        model.fit(Samples.stripes(48), Fit.epochs(3).batchSize(7));
        return new SavedMember(Samples.saved(model), member.seed(), own.name());
      }
    };
    MemberFailedException e = assertThrows(
        MemberFailedException.class, () -> training.run(backend, wild, MemberStore.none()));
    assertTrue(e.getCause() instanceof TrainingDivergedException);
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("member 2 of 4 (seed 6) could not be trained: training diverged: the loss"),
        e.getMessage());
  }

  @Test
  void aRunningTrainingStopsWhenItIsInterrupted() {
    Thread main = Thread.currentThread();
    MemberTrainer<SavedMember> endless = (member, own) -> {
      try (Model model = own.compile(Samples.dense(), Sgd.defaults(), member.seed())) {
        model.fit(Samples.stripes(48), Fit.epochs(Integer.MAX_VALUE).callbacks(new Callback() {
          @Override
          public void onTrainBegin(Training training) {
            main.interrupt();
          }
        }));
        return new SavedMember(Samples.saved(model), member.seed(), own.name());
      }
    };
    assertThrows(
        IllegalStateException.class, () -> training.run(backend, endless, MemberStore.none()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aCommitteeOfDifferentNetworksAndBackendsDecidesTogether() {
    Dataset test = Samples.stripes(90);
    Backend scalar = backend.withSettings(Map.of("kernels", "scalar"));
    SavedCommittee saved = new SavedCommittee(
        Combination.average(),
        List.of(
            Samples.member(backend, Samples.conv(), seed(1)),
            Samples.member(backend, Samples.dense(), seed(2)),
            Samples.member(scalar, Samples.conv(), seed(3))));
    try (Committee committee = saved.restore(backend);
        Committee mixed = saved.restore(member -> member.seed().value() == 3 ? scalar : backend)) {
      CommitteeEvaluation all = committee.evaluateAll(test);
      assertEquals(all.committee().loss(), mixed.evaluate(test).loss());
      double meanLoss =
          all.members().stream().mapToDouble(Evaluation::loss).average().orElseThrow();
      assertTrue(all.committee().loss() < meanLoss, "−ln is convex");
      assertNotEquals(all.members().get(0).loss(), all.members().get(1).loss());
    }
  }
}

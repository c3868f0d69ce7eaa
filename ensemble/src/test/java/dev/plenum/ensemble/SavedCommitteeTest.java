package dev.plenum.ensemble;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.Model;
import dev.plenum.backend.purejava.PureJavaBackend;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavedCommitteeTest {
  private final Backend backend = new PureJavaBackend();
  private final SavedMember first = Samples.member(backend, Samples.conv(), seed(1));
  private final SavedMember second = Samples.member(backend, Samples.dense(), seed(2));

  private static SavedMember with(
      SavedMember member, Preprocessing preprocessing, List<String> classNames) {
    SavedModel model = member.model();
    return new SavedMember(
        new SavedModel(
            model.network(),
            model.optimizer(),
            model.weights(),
            model.optimizerState(),
            preprocessing,
            classNames,
            model.provenance()),
        member.seed(),
        member.backend());
  }

  private String refusalOf(SavedMember other) {
    return Refusals.messageOf(
        IllegalArgumentException.class,
        () -> new SavedCommittee(Combination.average(), List.of(first, other)));
  }

  @Test
  void knowsClassesAndPreprocessing() {
    SavedCommittee saved = new SavedCommittee(Combination.average(), List.of(first, second));
    assertEquals(Samples.classNames(3), saved.classNames());
    assertEquals(first.model().preprocessing(), saved.preprocessing());
  }

  @Test
  void membersKeepTheirSeeds() {
    SavedCommittee saved = new SavedCommittee(Combination.average(), List.of(first, second));
    try (Committee committee = saved.restore(backend)) {
      assertEquals(seed(2), ((Model) committee.members().get(1)).seed());
    }
  }

  @Test
  void membersWithOtherClassesAreRefused() {
    List<String> names = List.of("a", "b", "c");
    assertEquals(
        "the members do not fit each other: member 1 has the classes %s, member 2 has [a, b, c]"
            .formatted(Samples.classNames(3)),
        refusalOf(with(second, second.model().preprocessing(), names)));
  }

  @Test
  void membersThatWantPicturesPreparedInAnotherWayAreRefused() {
    Preprocessing other = new Preprocessing(second.model().network().input(), "bilinear", 1);
    String message = refusalOf(with(second, other, Samples.classNames(3)));
    assertTrue(
        message.startsWith("the members do not fit each other: member 1 has the preprocessing "),
        message);
  }

  @Test
  void aCommitteeOfNobodyAndOneWithTooManyWeightsAreRefused() {
    assertEquals(
        "a committee needs at least 1 member, found none",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> new SavedCommittee(Combination.average(), List.of())));
    assertEquals(
        "a weighted average needs one weight for each of the 1 members, found 2: [1.0, 2.0]",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> new SavedCommittee(Combination.weightedAverage(1, 2), List.of(first))));
  }

  @Test
  void aMemberNeedsTheNameOfItsBackend() {
    assertEquals(
        "a member needs the name of its backend",
        Refusals.messageOf(
            IllegalArgumentException.class, () -> new SavedMember(first.model(), seed(1), " ")));
  }

  @Test
  void modelsThatWereRestoredBeforeAFailureAreClosed() {
    SavedCommittee saved = new SavedCommittee(Combination.average(), List.of(first, second));
    List<Model> made = new ArrayList<>();
    Backend watched = new WatchedBackend(backend, made);
    assertThrows(
        BackendUnavailableException.class,
        () -> saved.restore(member -> {
          if (member.equals(second)) {
            throw new BackendUnavailableException("none here");
          }
          return watched;
        }));
    assertEquals(1, made.size());
    assertThrows(IllegalStateException.class, () -> made.get(0).weights());
  }
}

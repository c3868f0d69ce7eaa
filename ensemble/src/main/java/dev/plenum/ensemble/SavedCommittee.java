package dev.plenum.ensemble;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.persistence.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * All that a committee's file holds: its members, and how they decide together.
 *
 * @param combination how they decide
 * @param members with the same classes and the same preprocessing, of whatever networks and backends
 */
public record SavedCommittee(Combination combination, List<SavedMember> members) {

  /**
   * Checks that the members fit one another.
   *
   * @param combination how they decide, without weights or with one for each member
   * @param members at least one, with the same classes and the same preprocessing; copied
   * @throws IllegalArgumentException if there are none, they have different classes or preprocessing,
   *     or the combination has another number of weights
   */
  public SavedCommittee {
    members = List.copyOf(members);
    MembersFit.requireNumber(combination, members.size());
    MembersFit.requireSame("classes", members, member -> member.model().classNames());
    MembersFit.requireSame("preprocessing", members, member -> member.model().preprocessing());
  }

  /** {@return the classes, one for each probability} */
  public List<String> classNames() {
    return members.get(0).model().classNames();
  }

  /** {@return how pictures become the members' inputs} */
  public Preprocessing preprocessing() {
    return members.get(0).model().preprocessing();
  }

  /**
   * {@return a live committee, all on one backend}
   *
   * @param backend what computes
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   */
  public Committee restore(Backend backend) {
    return restore(member -> backend);
  }

  /**
   * {@return a live committee, each member on a backend of its own}
   *
   * @param backends gives a member its own: {@code member -> Backends.get(member.backend())} for that which
   *     it was trained on
   * @throws dev.plenum.api.BackendUnavailableException if a backend is not available here
   */
  public Committee restore(Function<SavedMember, Backend> backends) {
    return live(
        combination,
        members,
        member -> member.model().restore(backends.apply(member), member.seed()));
  }

  /**
   * {@return a live committee, all on one backend, each member asked about several views of each image}
   *
   * @param backend what computes
   * @param views how many of each image
   */
  public Committee restore(Backend backend, Views views) {
    return live(
        combination,
        members,
        member -> TestTimeAugmentation.of(member.model().restore(backend, member.seed()), views));
  }

  /** A committee of what is restored; none is left open if one fails. */
  static <T> Committee live(
      Combination combination, List<T> saved, Function<T, ? extends Classifier> restore) {
    List<Classifier> models = new ArrayList<>();
    try {
      for (T member : saved) {
        models.add(restore.apply(member));
      }
      return new Committee(combination, models);
    } catch (RuntimeException | Error e) {
      try {
        CloseAll.of(models);
      } catch (RuntimeException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /**
   * {@return what it and its members make of a dataset, computed on one backend}
   *
   * @param test its images have the values that the members take
   * @param backend what computes
   * @throws IllegalArgumentException if they have others, see {@link Preprocessing#requireValues}
   */
  public CommitteeEvaluation evaluate(Dataset test, Backend backend) {
    return evaluate(test, List.of(), backend);
  }

  /**
   * {@return the same with other metrics beside loss and accuracy}
   *
   * @param test its images have the values that the members take
   * @param metrics those others; may be empty
   * @param backend what computes
   * @throws IllegalArgumentException if the images have other values than the members take
   */
  public CommitteeEvaluation evaluate(Dataset test, List<Metric> metrics, Backend backend) {
    return evaluate(test, metrics, Views.ONE, backend);
  }

  /**
   * {@return the same from several views of each image}
   *
   * @param test its images have the values that the members take
   * @param metrics beside loss and accuracy; may be empty
   * @param views how many of each image
   * @param backend what computes
   * @throws IllegalArgumentException if the images have other values than the members take
   */
  public CommitteeEvaluation evaluate(
      Dataset test, List<Metric> metrics, Views views, Backend backend) {
    preprocessing().requireValues(test);
    try (Committee committee = restore(backend, views)) {
      return committee.evaluateAll(test, metrics);
    }
  }
}

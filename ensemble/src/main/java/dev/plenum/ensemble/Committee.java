package dev.plenum.ensemble;

import dev.plenum.api.Classifier;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Shape;
import dev.plenum.api.spi.LifeCycle;
import java.util.List;

/**
 * Several classifiers that decide together, of whatever networks and backends. It owns its members
 * and closes them.
 *
 * <pre>{@code
 * try (Committee committee = new Committee(Combination.average(), models)) {
 *   Evaluation test = committee.evaluate(mnist.test());
 * }
 * }</pre>
 */
public final class Committee implements Classifier {
  /** How many images are evaluated at a time. */
  static final int CHUNK = 256;

  private final Combination combination;
  private final List<MemberOutput> members;
  private final Shape inputShape;
  private final int classes;
  private final LifeCycle lifeCycle = new LifeCycle("the committee");

  /**
   * A committee of these members.
   *
   * @param combination how they decide, without weights or with one for each member
   * @param members at least one; if the committee is refused, they are still the caller's to close
   * @throws IllegalArgumentException if there are none, they take images of different shapes or tell
   *     different numbers of classes apart, or the combination has another number of weights
   */
  public Committee(Combination combination, List<? extends Classifier> members) {
    MembersFit.requireNumber(combination, members.size());
    MembersFit.requireSame("input shape", members, Classifier::inputShape);
    MembersFit.requireSame("number of classes", members, Classifier::classes);
    this.combination = combination;
    this.members = members.stream().map(MemberOutput::of).toList();
    this.inputShape = members.get(0).inputShape();
    this.classes = members.get(0).classes();
  }

  /** {@return how the members decide together} */
  public Combination combination() {
    return combination;
  }

  /** {@return the members; they stay the committee's to close} */
  public List<Classifier> members() {
    return members.stream().map(MemberOutput::member).toList();
  }

  @Override
  public Shape inputShape() {
    return inputShape;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void predict(float[] images, int count, float[] probabilities) {
    lifeCycle.inTurn(() -> {
      Requests.requireRoom(this, images, count, probabilities);
      members.forEach(member -> member.compute(images, count));
      List<float[]> outputs = members.stream().map(MemberOutput::probabilities).toList();
      for (int i = 0; i < count; i++) {
        combination.combine(outputs, i * classes, classes, probabilities);
      }
      return probabilities;
    });
  }

  /**
   * Measures loss, accuracy and other metrics on a dataset. The loss is −ln of the combined probability of the true
   * class, brought into [10⁻⁷, 1 − 10⁻⁷] as Keras does; the prediction is the class with the largest
   * combined probability, of equal ones the first.
   *
   * @throws IllegalArgumentException if its images or classes do not fit, or the metrics are refused, see
   *     {@link dev.plenum.api.metric.Accumulators}
   * @throws IllegalStateException if the committee is closed
   */
  @Override
  public Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
    return evaluateAll(dataset, metrics).committee();
  }

  /**
   * Measures the committee and each member, with one prediction for both. A model is measured as
   * {@link dev.plenum.api.Model#evaluate} does it, any other member by its probabilities, as the
   * committee itself.
   *
   * @param dataset its images have the values that the members take
   * @param metrics beside loss and accuracy; may be empty
   * @return what the committee and each member made of it
   * @throws IllegalArgumentException if its images or classes do not fit, or the metrics are refused, see
   *     {@link dev.plenum.api.metric.Accumulators}
   * @throws IllegalStateException if the committee is closed
   */
  public CommitteeEvaluation evaluateAll(Dataset dataset, List<Metric> metrics) {
    return evaluateAll(dataset, metrics, CHUNK);
  }

  /**
   * {@return the same without other metrics than loss and accuracy}
   *
   * @param dataset its images have the values that the members take
   */
  public CommitteeEvaluation evaluateAll(Dataset dataset) {
    return evaluateAll(dataset, List.of());
  }

  CommitteeEvaluation evaluateAll(Dataset dataset, List<Metric> metrics, int chunk) {
    return lifeCycle.inTurn(() -> {
      Requests.requireFit(this, "committee", dataset);
      return new CommitteeEvaluator(combination, members, dataset, metrics, chunk).evaluate();
    });
  }

  /** Closes every member, also if closing one fails. A second call does nothing. */
  @Override
  public void close() {
    lifeCycle.close(() -> CloseAll.of(members()));
  }
}

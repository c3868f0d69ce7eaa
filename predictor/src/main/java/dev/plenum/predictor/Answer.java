package dev.plenum.predictor;

import java.util.List;

/** What a model says of a picture; immutable. */
public final class Answer {
  private final Opinion decision;
  private final List<Opinion> votes;
  private final Seen seen;

  Answer(Opinion decision, List<Opinion> votes, Seen seen) {
    this.decision = decision;
    this.votes = List.copyOf(votes);
    this.seen = seen;
  }

  /** {@return the class with the largest probability; of equal ones the first} */
  public Ranked best() {
    return decision.best();
  }

  /** {@return all classes, the most probable first; of equal ones in their order} */
  public List<Ranked> ranking() {
    return decision.ranking();
  }

  /**
   * {@return the probability of a class, from 0 to 1}
   *
   * @param className one of {@link #classNames}
   * @throws IllegalArgumentException if there is no such class; the message lists those that there are
   */
  public float probability(String className) {
    return decision.probability(className);
  }

  /** {@return the probability of each class, from 0 to 1} */
  public List<Float> probabilities() {
    return decision.probabilities();
  }

  /** {@return the classes, in the order of the probabilities} */
  public List<String> classNames() {
    return decision.classNames();
  }

  /**
   * {@return what each member of a committee thinks, in their order; of a single model, what it thinks
   * itself}
   */
  public List<Opinion> votes() {
    return votes;
  }

  /** {@return the picture as the network saw it} */
  public Seen seen() {
    return seen;
  }

  /** The classes and their probabilities. */
  @Override
  public String toString() {
    return decision.toString();
  }
}

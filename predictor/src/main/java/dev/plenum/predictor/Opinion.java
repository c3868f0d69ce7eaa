package dev.plenum.predictor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What one network, or a committee, thinks of a picture; immutable. */
public final class Opinion {
  private final List<String> classNames;
  private final float[] values;

  Opinion(List<String> classNames, float[] values) {
    this.classNames = classNames;
    this.values = values;
  }

  /** {@return the classes, in the order of the probabilities} */
  public List<String> classNames() {
    return classNames;
  }

  /** {@return the probability of each class, from 0 to 1} */
  public List<Float> probabilities() {
    return new FloatList(values);
  }

  /**
   * {@return the probability of a class, from 0 to 1}
   *
   * @param className one of {@link #classNames}
   * @throws IllegalArgumentException if there is no such class; the message lists those that there are
   */
  public float probability(String className) {
    int index = classNames.indexOf(className);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the model knows no class '%s'; its classes are %s".formatted(className, classNames));
    }
    return values[index];
  }

  /** {@return the class with the largest probability; of equal ones the first} */
  public Ranked best() {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return ranked(best);
  }

  /** {@return all classes, the most probable first; of equal ones in their order} */
  public List<Ranked> ranking() {
    return IntStream.range(0, values.length)
        .mapToObj(this::ranked)
        .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
        .toList();
  }

  private Ranked ranked(int index) {
    return new Ranked(classNames.get(index), index, values[index]);
  }

  /** The classes and their probabilities. */
  @Override
  public String toString() {
    return ranking().toString();
  }
}

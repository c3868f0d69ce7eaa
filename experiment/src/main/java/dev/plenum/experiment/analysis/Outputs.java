package dev.plenum.experiment.analysis;

import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.ensemble.Combination;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a classifier said of labelled images: the probability of every class, and for a committee what each
 * member said. Immutable.
 */
public final class Outputs {
  private final List<String> classNames;
  private final int[] labels;
  /** Image after image. */
  private final float[] probabilities;

  private final Optional<Combination> combination;
  private final List<Outputs> members;

  private Outputs(
      List<String> classNames,
      int[] labels,
      float[] probabilities,
      Optional<Combination> combination,
      List<Outputs> members) {
    this.classNames = List.copyOf(classNames);
    this.labels = labels;
    this.probabilities = probabilities;
    this.combination = combination;
    this.members = List.copyOf(members);
  }

  /**
   * {@return what one network said}
   *
   * @param classNames the classes' names, in the order of the probabilities
   * @param labels the given class of each image; at least one
   * @param probabilities image after image, one value from 0 to 1 for each class
   * @throws IllegalArgumentException if there are no images, a label is out of range, or the number of
   *     probabilities does not fit
   * @throws IllegalStateException if a probability is not a number: the network's weights overflow
   */
  public static Outputs of(List<String> classNames, int[] labels, float[] probabilities) {
    if (labels.length == 0 || probabilities.length != labels.length * classNames.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d images of %d classes do not fit %d probabilities",
          labels.length,
          classNames.size(),
          probabilities.length));
    }
    for (int label : labels) {
      if (label < 0 || label >= classNames.size()) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "there is a label %d, but there are %d classes",
            label,
            classNames.size()));
      }
    }
    for (float probability : probabilities) {
      if (Float.isNaN(probability)) {
        throw new IllegalStateException(
            "the model's outputs are not numbers: its weights are so large that they overflow. Train it"
                + " again with a smaller learning rate");
      }
    }
    return new Outputs(
        classNames, labels.clone(), probabilities.clone(), Optional.empty(), List.of());
  }

  /**
   * {@return what members say together}
   *
   * @param combination how they decide together
   * @param members of the same images, at least one
   */
  public static Outputs of(Combination combination, List<Outputs> members) {
    Outputs first = members.get(0);
    float[] combined = new float[first.probabilities.length];
    List<float[]> each = members.stream().map(member -> member.probabilities).toList();
    int classes = first.classes();
    for (int offset = 0; offset < combined.length; offset += classes) {
      combination.combine(each, offset, classes, combined);
    }
    return new Outputs(first.classNames, first.labels, combined, Optional.of(combination), members);
  }

  /** Room for the probabilities of so many images. */
  static float[] room(int images, int classes) {
    if ((long) images * classes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "%,d images of %,d classes are too many for one analysis", images, classes));
    }
    return new float[images * classes];
  }

  /** {@return the number of images} */
  public int size() {
    return labels.length;
  }

  /** {@return the number of classes} */
  public int classes() {
    return classNames.size();
  }

  /** {@return the classes' names} */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * {@return the given class of an image}
   *
   * @param image its index, from 0
   */
  public int label(int image) {
    return labels[image];
  }

  /**
   * {@return how probable a class is of an image, from 0 to 1}
   *
   * @param image the image's index, from 0
   * @param label the class's, from 0
   */
  public float probability(int image, int label) {
    return probabilities[image * classes() + label];
  }

  /**
   * {@return the most probable class of an image, of equal ones the first}
   *
   * @param image its index, from 0
   */
  public int prediction(int image) {
    return SoftmaxCrossEntropy.argmax(probabilities, image * classes(), classes());
  }

  /**
   * {@return how probable the most probable class of an image is, from 0 to 1}
   *
   * @param image its index, from 0
   */
  public float confidence(int image) {
    return probability(image, prediction(image));
  }

  /**
   * {@return whether an image is taken for what it is labelled as}
   *
   * @param image its index, from 0
   */
  public boolean isRight(int image) {
    return prediction(image) == labels[image];
  }

  /** {@return the share of images that are taken for what they are labelled as, from 0 to 1} */
  public double accuracy() {
    return (double) IntStream.range(0, size()).filter(this::isRight).count() / size();
  }

  /** {@return what each member of a committee said; empty for a single network} */
  public List<Outputs> members() {
    return members;
  }

  /**
   * {@return the same with every network's outputs before its softmax divided by a temperature}
   *
   * @param temperature greater than 0; above 1, probabilities become less extreme
   */
  public Outputs at(double temperature) {
    if (combination.isPresent()) {
      return of(
          combination.get(),
          members.stream().map(member -> member.at(temperature)).toList());
    }
    float[] scaled = new float[probabilities.length];
    for (int i = 0; i < size(); i++) {
      double[] own = scaled(i, temperature);
      for (int c = 0; c < own.length; c++) {
        scaled[i * classes() + c] = (float) own[c];
      }
    }
    return new Outputs(classNames, labels, scaled, combination, members);
  }

  /**
   * The mean of −ln of the given class's probability at a temperature; a probability of 0 counts as the
   * smallest float above it. For a single network all of it is computed in 64 bits.
   */
  double logLossAt(double temperature) {
    Outputs combined = combination.isPresent() ? at(temperature) : this;
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double own = combination.isPresent()
          ? combined.probability(i, labels[i])
          : scaled(i, temperature)[labels[i]];
      sum -= StrictMath.log(Math.max(own, Float.MIN_VALUE));
    }
    return sum / size();
  }

  /** softmax(z / T) is p^(1/T) over its sum. */
  private double[] scaled(int image, double temperature) {
    int offset = image * classes();
    double highest = StrictMath.log(
        probabilities[offset + SoftmaxCrossEntropy.argmax(probabilities, offset, classes())]);
    double[] powers = new double[classes()];
    double sum = 0;
    for (int c = 0; c < powers.length; c++) {
      powers[c] =
          StrictMath.exp((StrictMath.log(probabilities[offset + c]) - highest) / temperature);
      sum += powers[c];
    }
    for (int c = 0; c < powers.length; c++) {
      powers[c] /= sum;
    }
    return powers;
  }
}

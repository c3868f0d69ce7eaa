package dev.plenum.experiment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the members of a committee disagree.
 *
 * @param pairs by member and member: the share of the images that they take for different classes, 0 … 1
 * @param disputed the images that not all take for the same class; those first on which most pairs of
 *     members differ, then those with the most information in who says what
 */
public record Disagreement(List<List<Double>> pairs, List<Disputed> disputed) {
  private static final Comparator<Disputed> MOST_FIRST = Comparator.comparingDouble(Disputed::share)
      .thenComparingDouble(Disputed::information)
      .reversed()
      .thenComparingInt(Disputed::image);

  /**
   * An image.
   *
   * @param image its index
   * @param label its given class
   * @param prediction what the committee takes it for
   * @param votes what each member takes it for
   * @param share of the pairs of members, those that differ, 0 … 1
   * @param information the entropy of the members' mean probabilities less the mean of their entropies, in
   *     nats: 0 where all say the same
   */
  public record Disputed(
      int image, int label, int prediction, List<Integer> votes, double share, double information) {
    /**
     * Copies the list.
     *
     * @param image its index
     * @param label its given class
     * @param prediction what the committee takes it for
     * @param votes what each member takes it for
     * @param share of the pairs of members, those that differ, 0 … 1
     * @param information the entropy of the members' mean probabilities less the mean of their own, in nats
     */
    public Disputed {
      votes = List.copyOf(votes);
    }
  }

  /**
   * Copies the lists.
   *
   * @param pairs by member and member: the share of the images that they take for different classes, 0 … 1
   * @param disputed the images that not all take for the same class, the most disputed first
   */
  public Disagreement {
    pairs = pairs.stream().map(List::copyOf).toList();
    disputed = List.copyOf(disputed);
  }

  /**
   * {@return where the members of a committee disagree}
   *
   * @param outputs of a committee of two or more; of a single network, nothing is found
   */
  public static Disagreement of(Outputs outputs) {
    List<Outputs> members = outputs.members();
    List<List<Double>> pairs = members.stream()
        .map(one -> members.stream().map(other -> share(one, other)).toList())
        .toList();
    List<Disputed> disputed = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      int image = i;
      List<Integer> votes =
          members.stream().map(member -> member.prediction(image)).toList();
      if (votes.stream().distinct().count() > 1) {
        disputed.add(new Disputed(
            i,
            outputs.label(i),
            outputs.prediction(i),
            votes,
            differing(votes),
            information(members, i)));
      }
    }
    disputed.sort(MOST_FIRST);
    return new Disagreement(pairs, disputed);
  }

  private static double share(Outputs one, Outputs other) {
    return (double) IntStream.range(0, one.size())
            .filter(i -> one.prediction(i) != other.prediction(i))
            .count()
        / one.size();
  }

  private static double differing(List<Integer> votes) {
    int differing = 0;
    for (int i = 0; i < votes.size(); i++) {
      for (int j = 0; j < i; j++) {
        differing += votes.get(i).equals(votes.get(j)) ? 0 : 1;
      }
    }
    return 2.0 * differing / (votes.size() * (votes.size() - 1));
  }

  private static double information(List<Outputs> members, int image) {
    double ofMean = 0;
    double meanOf = 0;
    for (int c = 0; c < members.get(0).classes(); c++) {
      double mean = 0;
      for (Outputs member : members) {
        mean += (double) member.probability(image, c) / members.size();
        meanOf += term(member.probability(image, c)) / members.size();
      }
      ofMean += term(mean);
    }
    return Math.max(0, ofMean - meanOf);
  }

  private static double term(double probability) {
    return probability > 0 ? -probability * StrictMath.log(probability) : 0;
  }
}

package dev.plenum.interchange.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Nodes that make the probabilities of one classifier, or of several that decide together, of their
 * logits (n, classes). What each way of deciding means is described at {@link OnnxModel}. Operators that
 * not all engines have (Sum, Mean, Max, OneHot) are put together of simpler ones.
 */
final class CommitteeGraph {
  /** Half of the distance from 1 to the next float: makes a share of a half or less one float larger. */
  private static final float TIE_BREAK = 0x1.0p-24f;
  /** The logarithm of the smallest float above 0. */
  private static final float SMALLEST_LOG = (float) StrictMath.log(Float.MIN_VALUE);

  private final Graph graph;
  private final List<String> logits;
  private final String output;

  /** Will add to a graph what gives an output of this name. */
  CommitteeGraph(Graph graph, List<String> logits, String output) {
    this.graph = graph;
    this.logits = List.copyOf(logits);
    this.output = output;
  }

  /** The softmax of the only member. */
  void single() {
    graph.node("Softmax", output, logits, Graph.attribute("axis", 1));
  }

  /** With the members' shares in the sum. */
  void weightedAverage(List<Float> shares) {
    List<String> terms = new ArrayList<>();
    List<String> probabilities = ofEach("Softmax", "softmax");
    for (int i = 0; i < logits.size(); i++) {
      terms.add(scaled(member(i, "weighted"), probabilities.get(i), shares.get(i)));
    }
    sum(output, terms);
  }

  /** In logarithms, as no product of small probabilities gets too small. */
  void geometricMean() {
    String smallest = scalar("committee/smallest_log", SMALLEST_LOG);
    String largest = scalar("committee/largest_log", 0);
    List<String> logs = new ArrayList<>();
    for (String log : ofEach("LogSoftmax", "log_softmax")) {
      logs.add(graph.node("Clip", log + "/bounded", List.of(log, smallest, largest)));
    }
    String mean = scaled("committee/mean_log", sum("committee/log_sum", logs), 1f / logs.size());
    graph.node("Softmax", output, List.of(mean), Graph.attribute("axis", 1));
  }

  /** Each votes by its logits: an engine may make probabilities that differ by rounding of equal ones. */
  void majorityVote(int classes) {
    FirstMaximum firstMaximum = new FirstMaximum(graph, classes);
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < logits.size(); i++) {
      votes.add(firstMaximum.oneHot(member(i, "vote"), logits.get(i)));
    }
    String counts = sum("committee/votes", votes);
    String sums = sum("committee/probabilities", ofEach("Softmax", "softmax"));
    String leaders = firstMaximum.all("committee/leaders", counts);
    String candidates = graph.node("Mul", "committee/candidates", List.of(leaders, sums));
    String winner = firstMaximum.oneHot("committee/winner", candidates);
    sum(
        output,
        List.of(
            scaled("committee/shares", counts, 1f / logits.size()),
            scaled("committee/tie_break", winner, TIE_BREAK)));
  }

  private List<String> ofEach(String operator, String what) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < logits.size(); i++) {
      values.add(graph.node(
          operator, member(i, what), List.of(logits.get(i)), Graph.attribute("axis", 1)));
    }
    return values;
  }

  private String sum(String name, List<String> terms) {
    if (terms.size() == 1) {
      return graph.node("Identity", name, terms);
    }
    String sum = terms.get(0);
    for (int i = 1; i < terms.size(); i++) {
      String partial = i == terms.size() - 1 ? name : String.format(Locale.ROOT, "%s/%d", name, i);
      sum = graph.node("Add", partial, List.of(sum, terms.get(i)));
    }
    return sum;
  }

  private String scaled(String name, String value, float factor) {
    return graph.node("Mul", name, List.of(value, scalar(name + "/factor", factor)));
  }

  private String scalar(String name, float value) {
    return graph.constant(name, List.of(), value);
  }

  private String member(int index, String name) {
    return prefix(index, logits.size()) + name;
  }

  /** What the names of a member's nodes begin with. */
  static String prefix(int member, int members) {
    return members == 1 ? "" : String.format(Locale.ROOT, "member_%d/", member + 1);
  }
}

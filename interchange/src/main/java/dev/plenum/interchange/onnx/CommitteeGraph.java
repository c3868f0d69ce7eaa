package dev.plenum.interchange.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Nodes that make the probabilities of one classifier, or of several that decide together, of their
 * logits (n, classes). What each way of deciding means is told at {@link
 * OnnxModel}.
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
    List<String> probabilities = probabilities();
    for (int i = 0; i < logits.size(); i++) {
      String share = graph.constant(member(i, "share"), List.of(), shares.get(i));
      terms.add(graph.node("Mul", member(i, "weighted"), List.of(probabilities.get(i), share)));
    }
    graph.node("Sum", output, terms);
  }

  /** In logarithms, as no product of small probabilities gets too small. */
  void geometricMean() {
    String smallest = graph.constant("smallest_log", List.of(), SMALLEST_LOG);
    List<String> logs = new ArrayList<>();
    for (int i = 0; i < logits.size(); i++) {
      String log = graph.node(
          "LogSoftmax",
          member(i, "log_softmax"),
          List.of(logits.get(i)),
          Graph.attribute("axis", 1));
      logs.add(graph.node("Max", member(i, "log"), List.of(log, smallest)));
    }
    String mean = graph.node("Mean", "mean_log", logs);
    graph.node("Softmax", output, List.of(mean), Graph.attribute("axis", 1));
  }

  void majorityVote(int classes) {
    String depth = graph.constant("classes", classes);
    String oneVote = graph.constant("no_or_one_vote", List.of(2), 0, 1);
    List<String> probabilities = probabilities();
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < logits.size(); i++) {
      votes.add(oneHot(member(i, "vote"), probabilities.get(i), depth, oneVote));
    }
    String counts = graph.node("Sum", "votes", votes);
    String members = graph.constant("members", List.of(), logits.size());
    String shares = graph.node("Div", "shares", List.of(counts, members));
    String tieBreak = graph.constant("tie_break", List.of(2), 0, TIE_BREAK);
    String winner = oneHot("winner", leaders(counts, probabilities), depth, tieBreak);
    graph.node("Add", output, List.of(shares, winner));
  }

  /** The summed probabilities of the classes with the most votes, −1 for the others. */
  private String leaders(String counts, List<String> probabilities) {
    String most = graph.node(
        "ReduceMax",
        "most_votes",
        List.of(counts),
        Graph.attributes("axes", 1),
        Graph.attribute("keepdims", 1));
    String isLeader = graph.node("Equal", "is_leader", List.of(counts, most));
    String sums = graph.node("Sum", "summed_probabilities", probabilities);
    String none = graph.constant("no_leader", List.of(), -1);
    return graph.node("Where", "leaders", List.of(isLeader, sums, none));
  }

  /** The second of two values where the score is the largest, of equal ones the first; else the first. */
  private String oneHot(String name, String scores, String depth, String values) {
    String best = graph.node(
        "ArgMax",
        name + "/class",
        List.of(scores),
        Graph.attribute("axis", 1),
        Graph.attribute("keepdims", 0));
    return graph.node("OneHot", name, List.of(best, depth, values), Graph.attribute("axis", 1));
  }

  private List<String> probabilities() {
    List<String> probabilities = new ArrayList<>();
    for (int i = 0; i < logits.size(); i++) {
      probabilities.add(graph.node(
          "Softmax", member(i, "softmax"), List.of(logits.get(i)), Graph.attribute("axis", 1)));
    }
    return probabilities;
  }

  private String member(int index, String name) {
    return prefix(index, logits.size()) + name;
  }

  /** What the names of a member's nodes begin with; nothing where it is alone. */
  static String prefix(int member, int members) {
    return members == 1 ? "" : String.format(Locale.ROOT, "member_%d/", member + 1);
  }
}

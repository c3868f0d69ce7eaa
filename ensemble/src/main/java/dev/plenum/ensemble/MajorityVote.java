package dev.plenum.ensemble;

import dev.plenum.api.SoftmaxCrossEntropy;
import java.util.List;

/** See {@link Combination#majorityVote}. */
record MajorityVote() implements Combination {
  static final String NAME = "vote";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void combine(List<float[]> members, int offset, int classes, float[] combined) {
    int[] votes = new int[classes];
    for (float[] member : members) {
      votes[SoftmaxCrossEntropy.argmax(member, offset, classes)]++;
    }
    int winner = 0;
    boolean tie = false;
    for (int c = 0; c < classes; c++) {
      combined[offset + c] = (float) votes[c] / members.size();
      if (c > 0 && votes[c] >= votes[winner]) {
        tie = votes[c] == votes[winner];
        winner = tie ? moreProbable(members, offset, winner, c) : c;
      }
    }
    if (tie) {
      combined[offset + winner] = Math.nextUp(combined[offset + winner]);
    }
  }

  private static int moreProbable(List<float[]> members, int offset, int first, int second) {
    return sum(members, offset + second) > sum(members, offset + first) ? second : first;
  }

  private static double sum(List<float[]> members, int index) {
    return AnyOrder.sum(members.stream().mapToDouble(member -> member[index]).toArray());
  }
}

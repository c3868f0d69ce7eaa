package dev.plenum.ensemble;

import dev.plenum.api.Evaluation;
import java.util.List;

/**
 * What a committee and each of its members made of a dataset.
 *
 * @param committee all together
 * @param members each by itself, in the committee's order
 */
public record CommitteeEvaluation(Evaluation committee, List<Evaluation> members) {

  /**
   * Copies the list.
   *
   * @param committee all together
   * @param members each by itself, in the committee's order; copied
   */
  public CommitteeEvaluation {
    members = List.copyOf(members);
  }
}

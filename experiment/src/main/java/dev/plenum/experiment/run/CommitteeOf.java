package dev.plenum.experiment.run;

import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Committees of finished trainings. */
public final class CommitteeOf {
  private CommitteeOf() {}

  /**
   * Reads the members' models.
   *
   * @param runs the members, in their order
   * @param combination how they decide together
   * @return the committee, with each member's seed and backend
   * @throws IOException if one cannot be read
   */
  public static SavedCommittee runs(List<StoredRun> runs, Combination combination)
      throws IOException {
    List<SavedMember> members = new ArrayList<>();
    for (StoredRun run : runs) {
      members.add(new SavedMember(
          ModelFile.read(run.model()),
          Seed.seed(run.record().setup().seed()),
          run.record().platform().backend()));
    }
    return new SavedCommittee(combination, members);
  }
}

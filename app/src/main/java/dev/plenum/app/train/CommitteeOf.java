package dev.plenum.app.train;

import dev.plenum.api.Backend;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.Committee;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The committee of some finished runs.
 *
 * @param saved its members and how they decide
 */
public record CommitteeOf(SavedCommittee saved) {

  /**
   * Reads the members' models.
   *
   * @throws IOException if one cannot be read
   */
  public static CommitteeOf runs(List<FinishedRun> runs, Combination combination)
      throws IOException {
    List<SavedMember> members = new ArrayList<>();
    for (FinishedRun run : runs) {
      members.add(
          new SavedMember(ModelFile.read(run.model()), Seed.seed(run.seed()), run.backend()));
    }
    return new CommitteeOf(new SavedCommittee(combination, members));
  }

  /** What it and its members make of a dataset, computed on one backend. */
  public CommitteeEvaluation evaluate(Dataset test, Backend backend) {
    try (Committee committee = saved.restore(backend)) {
      return committee.evaluateAll(test);
    }
  }

  /**
   * Writes the committee's file.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    CommitteeFile.write(file, saved);
  }
}

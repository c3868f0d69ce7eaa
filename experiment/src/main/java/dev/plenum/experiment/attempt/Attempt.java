package dev.plenum.experiment.attempt;

import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A recipe that was run once, from one seed.
 *
 * @param folder has the results, as {@code plenum train} or {@code plenum committee} leaves them
 * @param seed the network's, or the first member's
 * @param test what the network, or the committee, made of the test images
 * @param networks the records of the network, or of all members, at least one
 * @param seconds from the start of the process to its end; empty if the run was interrupted and resumed
 */
public record Attempt(
    Path folder, long seed, TestResult test, List<RunRecord> networks, OptionalDouble seconds) {

  /**
   * Copies the list.
   *
   * @param folder has the results, as {@code plenum train} or {@code plenum committee} leaves them
   * @param seed the network's, or the first member's
   * @param test what the network, or the committee, made of the test images
   * @param networks the records of the network, or of all members, at least one
   * @param seconds from the start of the process to its end; empty if the run was interrupted and resumed
   */
  public Attempt {
    networks = List.copyOf(networks);
  }

  /** {@return the accuracies of a committee's members; empty of a single network} */
  public Optional<Sample> members() {
    return networks.size() == 1
        ? Optional.empty()
        : Optional.of(new Sample(networks.stream()
            .map(network -> network.outcome().test().accuracy())
            .toList()));
  }
}

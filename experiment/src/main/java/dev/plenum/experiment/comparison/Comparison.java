package dev.plenum.experiment.comparison;

import dev.plenum.persistence.RunRecord.Invocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a comparison.
 *
 * @param plan what was to be trained
 * @param results of the cells that were trained
 * @param failures of the others
 * @param jarBytes what an application must ship to have a backend, by its name, as far as known
 * @param invocation what was started
 */
public record Comparison(
    Plan plan,
    List<CellResult> results,
    List<CellFailure> failures,
    Map<String, Long> jarBytes,
    Invocation invocation) {

  /**
   * Copies the collections.
   *
   * @param plan what was to be trained
   * @param results of the cells that were trained
   * @param failures of the others
   * @param jarBytes what an application must ship to have a backend, by its name, as far as known
   * @param invocation what was started
   */
  public Comparison {
    results = List.copyOf(results);
    failures = List.copyOf(failures);
    jarBytes = Collections.unmodifiableMap(new LinkedHashMap<>(jarBytes));
  }

  /** {@return whether everything that was asked for has a result} */
  public boolean isComplete() {
    return failures.isEmpty() && plan.missing().isEmpty();
  }

  /** {@return network by network, every backend that has a result there} */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (String network : plan.networks()) {
      groups.addAll(groups(network));
    }
    return groups;
  }

  /**
   * {@return the names of the metrics beside loss and accuracy that every training has on the test images}
   */
  public List<String> otherMetrics() {
    List<Map<String, Double>> tests = results.stream()
        .map(result -> result.record().outcome().test().others())
        .toList();
    return tests.stream()
        .flatMap(test -> test.keySet().stream())
        .distinct()
        .filter(metric -> tests.stream().allMatch(test -> test.containsKey(metric)))
        .toList();
  }

  /**
   * {@return the backends that have a result for a network}
   *
   * @param network the network's name
   */
  public List<Group> groups(String network) {
    return plan.backends().stream()
        .flatMap(backend -> group(backend, network).stream())
        .toList();
  }

  private Optional<Group> group(String backend, String network) {
    List<CellResult> own = results.stream()
        .filter(result ->
            result.cell().backend().equals(backend) && result.cell().network().equals(network))
        .toList();
    List<CellResult> seeds =
        own.stream().filter(result -> !result.cell().isRepeat()).toList();
    Optional<CellResult> repeat =
        own.stream().filter(result -> result.cell().isRepeat()).findFirst();
    return seeds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group(backend, network, seeds, repeat));
  }

  /** {@return network by network, every two backends that have a seed in common} */
  public List<Duel> duels() {
    List<Duel> duels = new ArrayList<>();
    for (String network : plan.networks()) {
      List<Group> groups = groups(network);
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          Duel.of(groups.get(i), groups.get(j)).ifPresent(duels::add);
        }
      }
    }
    return duels;
  }

  /** {@return whether each two of them differ, corrected for how many there are; network by network} */
  public List<Verdict> verdicts() {
    return Verdict.of(this);
  }
}
